package io.bridgehead.registration.places;

import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegistrationSlice
class PlacesControllerTest {

    @Autowired MockMvcTester mvc;
    @Autowired DrawingPlaces drawing;

    @Test
    void theOrganizerSeesAllAndACityItsOwn() {
        RegistrationApi api = new RegistrationApi(mvc);
        api.openEdition("places-1");
        drawing.draw("places-1", "a", "sr", DELEGATE);
        drawing.draw("places-1", "b", "sr", DELEGATE);

        assertThat(api.get("/editions/places-1/places", Callers.of(Role.ORGANIZER, "hs")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        [{"city": "qz", "kind": "delegate", "places": 2, "granted": 0, "left": 2,
                          "waiting": 0},
                         {"city": "sr", "kind": "delegate", "places": 1, "granted": 1, "left": 0,
                          "waiting": 1}]
                        """);
        assertThat(api.get("/editions/places-1/places", Callers.of(Role.CITY_OFFICER, "sr")))
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        [{"city": "sr", "kind": "delegate", "places": 1, "granted": 1, "left": 0,
                          "waiting": 1}]
                        """);
        assertThat(api.get("/editions/places-1/places", Callers.of(Role.CITY_OFFICER, "np")))
                .bodyJson()
                .isStrictlyEqualTo("[]");
    }

    @Test
    void nobodyWithoutTokenAndNoEditionThatIsNotThere() {
        RegistrationApi api = new RegistrationApi(mvc);
        api.openEdition("places-2");

        assertThat(mvc.get().uri("/api/v1/editions/places-2/places"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(api.get("/editions/places-none/places", Callers.of(Role.ORGANIZER, "qz")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
