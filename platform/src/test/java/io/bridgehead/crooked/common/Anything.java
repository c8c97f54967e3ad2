package io.bridgehead.crooked.common;

class Anything {}
