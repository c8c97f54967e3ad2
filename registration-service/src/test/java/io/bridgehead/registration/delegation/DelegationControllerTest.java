package io.bridgehead.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegistrationSlice
class DelegationControllerTest {

    private static final String EDITION = "delegations-1";

    @Autowired MockMvcTester mvc;
    private RegistrationApi api;

    @BeforeEach
    void openEdition() {
        api = new RegistrationApi(mvc);
        api.openEdition(EDITION);
    }

    private MvcTestResult register(Role role, String city, String edition, String name) {
        return api.post(
                "/delegations",
                Callers.of(role, city),
                "{\"edition\": \"%s\", \"name\": \"%s\"}".formatted(edition, name));
    }

    private static String id(MvcTestResult registered) {
        try {
            return JsonPath.read(registered.getResponse().getContentAsString(), "$.id");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "DELEGATION_LEADER"})
    void aCityRegistersItsDelegation(Role role) {
        MvcTestResult registered = register(role, "sr", EDITION, "上饶代表团");

        assertThat(registered)
                .hasStatus(HttpStatus.CREATED)
                .hasHeader(HttpHeaders.LOCATION, "/api/v1/delegations/" + id(registered))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"edition": "delegations-1", "city": "sr", "name": "上饶代表团", "version": 1}
                        """);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "DELEGATION_LEADER"})
    void nobodyElseDoes(Role role) {
        assertThat(register(role, "sr", EDITION, "上饶代表团")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aCityThatIsNotInvitedIsToldSoAndAnUnknownEditionToo() {
        assertThat(register(Role.CITY_OFFICER, "np", EDITION, "南平代表团"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("city-not-invited");
        assertThat(register(Role.CITY_OFFICER, "sr", "none", "上饶代表团"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("unknown-edition");
    }

    @Test
    void aCitySeesItsOwnAndNotAnothers() {
        String ours = id(register(Role.CITY_OFFICER, "sr", EDITION, "上饶代表团"));
        String theirs = id(register(Role.CITY_OFFICER, "qz", EDITION, "衢州代表团"));

        assertThat(api.get("/delegations/" + ours, Callers.of(Role.DELEGATION_LEADER, "sr")))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"1\"");
        assertThat(api.get("/delegations/" + theirs, Callers.of(Role.CITY_OFFICER, "sr")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/delegations", Callers.of(Role.CITY_OFFICER, "sr")))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains(ours)
                .doesNotContain(theirs);
        assertThat(api.get("/delegations?q=上饶代", Callers.of(Role.CITY_OFFICER, "sr")))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains(ours);
        assertThat(api.get("/delegations?q=.*", Callers.of(Role.ORGANIZER, "sr")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.get("/delegations?city=qz", Callers.of(Role.CITY_OFFICER, "sr")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ORGANIZER", "AUDITOR", "OPERATOR"})
    void whoeverSeesAllSeesEveryCitys(Role role) {
        String theirs = id(register(Role.CITY_OFFICER, "qz", EDITION, "衢州代表团"));

        assertThat(api.get("/delegations/" + theirs, Callers.of(role, "hs"))).hasStatusOk();
        assertThat(
                        api.get(
                                "/delegations?edition=" + EDITION + "&city=qz&limit=200",
                                Callers.of(role, "hs")))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains(theirs);
    }
}
