package io.bridgehead.matchmaking.registration;

import io.bridgehead.matchmaking.BilingualText;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tree of industries that registration has published last.
public final class Taxonomy {

    private final Map<String, Industry> byCode = new LinkedHashMap<>();

    public Taxonomy(Collection<Industry> industries) {
        for (Industry industry : industries) {
            byCode.put(industry.code(), industry);
        }
    }

    /// How near two industries stand in the tree, the nearest first.
    public enum Kinship {
        SAME,
        PARENT_AND_CHILD,
        SIBLINGS,
        NONE
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    public Kinship kinship(String one, String other) {
        if (one.equals(other)) {
            return Kinship.SAME;
        }
        Optional<String> above = parent(one);
        Optional<String> aboveOther = parent(other);
        if (above.filter(other::equals).isPresent() || aboveOther.filter(one::equals).isPresent()) {
            return Kinship.PARENT_AND_CHILD;
        }
        return above.isPresent() && above.equals(aboveOther) ? Kinship.SIBLINGS : Kinship.NONE;
    }

    public Optional<String> parent(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Industry::parent);
    }

    /// @return the code itself for one that nobody has published
    public BilingualText name(String code) {
        Industry industry = byCode.get(code);
        return industry == null ? new BilingualText(code, code) : industry.name();
    }

    /// The industry and all that stand below it.
    public Set<String> below(String code) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(code);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (found.add(next)) {
                byCode.values().stream()
                        .filter(industry -> next.equals(industry.parent()))
                        .forEach(industry -> open.add(industry.code()));
            }
        }
        return found;
    }
}
