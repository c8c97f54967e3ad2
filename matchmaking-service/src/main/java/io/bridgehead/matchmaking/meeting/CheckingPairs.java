package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.fund.Funds;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.pilotbase.PilotBases;
import io.bridgehead.matchmaking.project.Projects;
import io.bridgehead.matchmaking.registration.Delegates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Finds the two that are to meet, and holds against them what keeps them apart now.
@Service
class CheckingPairs {

    private final Projects projects;
    private final Funds funds;
    private final PilotBases bases;
    private final Delegates delegates;

    CheckingPairs(Projects projects, Funds funds, PilotBases bases, Delegates delegates) {
        this.projects = projects;
        this.funds = funds;
        this.bases = bases;
        this.delegates = delegates;
    }

    Optional<? extends Offer> project(String id) {
        return projects.find(id);
    }

    Optional<? extends Offer> counterpart(CounterpartKind kind, String id) {
        return switch (kind) {
            case FUND -> funds.find(id);
            case PILOT_BASE -> bases.find(id);
        };
    }

    /// @throws MeetingRejection.InConflict when one of the two has declared that it must not meet the other
    void requireNoConflict(Offer project, Offer counterpart) {
        if (project.isInConflictWith(counterpart)) {
            throw new MeetingRejection.InConflict();
        }
    }

    /// @throws MeetingRejection.ContactAway when somebody who would sit at the table takes part no longer
    void requirePresent(List<Side> sides) {
        Set<String> present = delegates.confirmed(sides.stream().map(Side::delegate).toList());
        for (Side side : sides) {
            if (!present.contains(side.delegate())) {
                throw new MeetingRejection.ContactAway(side.organisationName());
            }
        }
    }
}
