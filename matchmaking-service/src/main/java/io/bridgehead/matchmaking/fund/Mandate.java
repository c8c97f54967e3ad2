package io.bridgehead.matchmaking.fund;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.project.Stage;
import java.util.List;

/// 投资方向: what a fund invests in.
///
/// @param industries codes of the taxonomy, one at least
/// @param stages one at least
/// @param ticketFrom the least that it puts into one project, in the currency of `ticketTo`
/// @param ticketTo the most
/// @param cities whose projects it may take; empty when it may take any
public record Mandate(
        List<String> industries,
        List<Stage> stages,
        Money ticketFrom,
        Money ticketTo,
        List<String> cities) {

    public Mandate {
        industries = List.copyOf(industries);
        stages = List.copyOf(stages);
        cities = List.copyOf(cities);
    }

    public boolean excludes(String city) {
        return !cities.isEmpty() && !cities.contains(city);
    }
}
