package io.bridgehead.elsewhere;

public final class Thing {}
