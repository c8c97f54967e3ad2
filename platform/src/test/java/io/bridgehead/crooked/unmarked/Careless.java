package io.bridgehead.crooked.unmarked;

class Careless {}
