package io.bridgehead.registration.industry;

import io.bridgehead.registration.BilingualText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param code of a branch (`newMaterials`), or of a twig below it (`newMaterials.fluorosilicon`)
/// @param parent the branch's code; null for a branch
/// @param gbt4754 codes of GB/T 4754-2017 that it covers: divisions, groups or classes
public record Industry(
        String code, @Nullable String parent, BilingualText name, List<String> gbt4754) {}
