package io.bridgehead.registration.organisation;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.organisation.Organisation.OrganisationRegistered;
import org.junit.jupiter.api.Test;

class OrganisationEventsTest {

    @Test
    void registeringIsWrittenAsItsSample() {
        EventSamples.assertWritten(
                OrganisationAnnouncement.announce(
                        "91361100MAEX001173",
                        new Organisation("上饶锂电材料有限公司（示例）", OrganisationKind.ENTERPRISE, "sr"),
                        new OrganisationRegistered()));
    }
}
