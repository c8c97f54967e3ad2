package io.bridgehead.matchmaking;

/// What people read, in the two languages of the platform; each is complete.
public record BilingualText(String zh, String en) {}
