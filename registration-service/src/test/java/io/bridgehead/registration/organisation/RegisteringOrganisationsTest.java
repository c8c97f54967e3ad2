package io.bridgehead.registration.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.city.City;
import io.bridgehead.registration.city.CitySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RegisteringOrganisationsTest {

    private static final String CODE = "91361100MAEX001173";
    private static final CitySettings CITIES =
            new CitySettings(
                    List.of(new City("sr", "361100", new BilingualText("上饶", "Shangrao"))));

    private final TestDocuments documents = new TestDocuments();
    private final RegisteringOrganisations registering =
            new RegisteringOrganisations(new Organisations(documents.open()), CITIES);

    @Test
    void citiesThatBringAnOrganisationAtOnceRegisterItOnce() throws Exception {
        List<Callable<Organisation>> cities = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String city = "c" + i;
            cities.add(() ->
                    registering.registerUnlessKnown(
                            CommandId.random(),
                            CODE,
                            new Organisation("上饶锂电", OrganisationKind.ENTERPRISE, city)));
        }
        Set<Organisation> registered = new HashSet<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            for (Future<Organisation> each : executor.invokeAll(cities)) {
                registered.add(each.get());
            }
        }

        assertThat(registered).hasSize(1);
        assertThat(documents.events(CODE)).containsExactly("organisation.registered.v1");
    }
}
