package io.bridgehead.matchmaking.fund;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.FUND_SIDE;
import static io.bridgehead.matchmaking.Examples.yuan;

import io.bridgehead.matchmaking.fund.Fund.FundRegistered;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.platform.testing.EventSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundEventsTest {

    @Test
    void areWrittenAsTheirSample() {
        Mandate mandate =
                new Mandate(
                        List.of("newMaterials.fluorosilicon", "newMaterials.lithiumBattery"),
                        List.of(Stage.A, Stage.B, Stage.GROWTH),
                        yuan(20),
                        yuan(150),
                        List.of("qz", "sr"));
        Fund fund = new Fund(EDITION, "衢州新材料产业基金", FUND_SIDE, mandate, List.of());

        EventSamples.assertWritten(
                FundAnnouncement.announce(
                        "d7c6b5a4-9382-8170-8f6e-5d4c3b2a1951", fund, new FundRegistered()));
    }
}
