package io.bridgehead.crooked.shelf;

public class Boastful {}
