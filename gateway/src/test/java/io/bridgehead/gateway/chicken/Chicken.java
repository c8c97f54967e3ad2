package io.bridgehead.gateway.chicken;

import io.bridgehead.gateway.egg.Egg;

public record Chicken(Egg egg) {}
