package io.bridgehead.matchmaking.registration;

import io.bridgehead.matchmaking.BilingualText;
import org.jspecify.annotations.Nullable;

/// @param parent the code of the industry above it; null at the top
public record Industry(String code, @Nullable String parent, BilingualText name) {}
