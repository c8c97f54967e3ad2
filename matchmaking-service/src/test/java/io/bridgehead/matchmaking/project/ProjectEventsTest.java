package io.bridgehead.matchmaking.project;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static io.bridgehead.matchmaking.Examples.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.testing.EventSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectEventsTest {

    private static final Project PROJECT =
            new Project(
                    EDITION,
                    "固态电解质薄膜中试",
                    LITHIUM_SIDE,
                    List.of("newMaterials.lithiumBattery"),
                    Stage.PRE_A,
                    yuan(20),
                    List.of("91330800MAEX00045M"));

    static List<ProjectEvent> events() {
        return List.of(new ProjectEvent.Registered(), new ProjectEvent.Revised());
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamples(ProjectEvent event) {
        EventSamples.assertWritten(
                ProjectAnnouncement.announce(
                        "e4d3c2b1-a098-8765-8432-10fedcba9831", PROJECT, event));
    }

    @Test
    void aRevisionThatChangesNothingIsNone() {
        Project later =
                new Project(
                        EDITION,
                        PROJECT.title(),
                        PROJECT.side(),
                        PROJECT.industries(),
                        Stage.A,
                        PROJECT.ask(),
                        PROJECT.conflicts());

        assertThat(PROJECT.revise(PROJECT)).isEqualTo(Transition.none(PROJECT));
        assertThat(PROJECT.revise(later))
                .isEqualTo(Transition.to(later, new ProjectEvent.Revised()));
    }
}
