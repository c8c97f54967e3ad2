package io.bridgehead.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandIdTest {

    /// Computed apart from this code: stored ids must not change with it.
    @Test
    void theSamePartsGiveTheSameIdForEver() {
        assertThat(CommandId.derivedFrom("event", "e-1", "draft").value())
                .isEqualTo("75bc4c91-5c28-8d72-b39c-d5d85c59fa0d");
    }

    @Test
    void otherPartsGiveAnotherIdHoweverTheyAreCut() {
        assertThat(
                        Stream.of(
                                        CommandId.derivedFrom("ab", "c"),
                                        CommandId.derivedFrom("a", "bc"),
                                        CommandId.derivedFrom("abc"),
                                        CommandId.derivedFrom("abc", ""))
                                .map(CommandId::value))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatACommandCreatesHasOneIdForEachKind() {
        CommandId command = new CommandId("c");

        assertThat(command.idOf("meeting")).isEqualTo(new CommandId("c").idOf("meeting"));
        assertThat(command.idOf("meeting")).isNotEqualTo(command.idOf("intent"));
        assertThat(command.idOf("meeting")).isNotEqualTo(new CommandId("d").idOf("meeting"));
    }

    @Test
    void derivedIdsAreUuidsOfVersionEightAndFreshOnesOfVersionSeven() {
        UUID derived = UUID.fromString(new CommandId("c").idOf("meeting"));
        UUID fresh = UUID.fromString(CommandId.newId());

        assertThat(derived.version()).isEqualTo(8);
        assertThat(derived.variant()).isEqualTo(2);
        assertThat(fresh.version()).isEqualTo(7);
        assertThat(fresh.variant()).isEqualTo(2);
    }

    @Test
    void freshIdsSortByTheirTime() throws InterruptedException {
        String first = CommandId.newId();
        Thread.sleep(2);
        String second = CommandId.newId();

        assertThat(List.of(second, first)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void anIdHasBounds() {
        assertThatThrownBy(() -> new CommandId(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommandId("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CommandId("x".repeat(200)).value()).hasSize(200);
    }
}
