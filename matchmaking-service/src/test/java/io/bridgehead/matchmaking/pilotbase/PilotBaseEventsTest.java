package io.bridgehead.matchmaking.pilotbase;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;

import io.bridgehead.matchmaking.pilotbase.PilotBase.PilotBaseRegistered;
import io.bridgehead.platform.testing.EventSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class PilotBaseEventsTest {

    @Test
    void areWrittenAsTheirSample() {
        PilotBase base =
                new PilotBase(
                        EDITION,
                        "浙大衢州研究院化工中试基地",
                        INSTITUTE_SIDE,
                        List.of("chemicals.fine", "newMaterials.lithiumBattery"),
                        12,
                        List.of("91341000MAEX00213Y"));

        EventSamples.assertWritten(
                PilotBaseAnnouncement.announce(
                        "b8a7c6d5-e4f3-8210-9f8e-7d6c5b4a3941", base, new PilotBaseRegistered()));
    }
}
