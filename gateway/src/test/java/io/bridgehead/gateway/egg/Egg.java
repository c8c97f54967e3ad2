package io.bridgehead.gateway.egg;

import io.bridgehead.gateway.chicken.Chicken;
import org.jspecify.annotations.Nullable;

public record Egg(@Nullable Chicken chicken) {}
