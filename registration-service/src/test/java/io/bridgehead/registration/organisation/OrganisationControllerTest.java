package io.bridgehead.registration.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
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
class OrganisationControllerTest {

    private static final String FUND =
            """
            {"organisation": "91330800MAEX0007X3", "name": "衢州产业基金", "kind": "fund"}
            """;

    @Autowired MockMvcTester mvc;
    private RegistrationApi api;

    @BeforeEach
    void api() {
        api = new RegistrationApi(mvc);
    }

    private MvcTestResult register(Role role, String city, String body) {
        return api.post("/organisations", Callers.of(role, city), body);
    }

    @Test
    void aCityRegistersItsOrganisationOnceAndEveryoneSignedInReadsIt() {
        assertThat(register(Role.CITY_OFFICER, "qz", FUND))
                .hasStatus(HttpStatus.CREATED)
                .hasHeader(HttpHeaders.LOCATION, "/api/v1/organisations/91330800MAEX0007X3")
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"organisation": "91330800MAEX0007X3", "name": "衢州产业基金", "kind": "fund",
                         "city": "qz", "version": 1}
                        """);
        assertThat(register(Role.PARTNER_SYSTEM, "sr", FUND))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("already-exists");
        assertThat(api.get("/organisations/91330800MAEX0007X3", Callers.of(Role.DELEGATE, "np")))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"1\"");
        assertThat(mvc.get().uri("/api/v1/organisations/91330800MAEX0007X3"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void isFoundByCityKindAndPartOfItsName() {
        register(
                Role.PARTNER_SYSTEM,
                "hs",
                """
                {"organisation": "91341000MAEX0023XH", "name": "黄山产业引导基金（示例）", "kind": "fund"}
                """);
        register(
                Role.ORGANIZER,
                "qz",
                """
                {"organisation": "91341000MAEX00221R", "name": "黄山功能膜材有限公司（示例）",
                 "kind": "enterprise", "city": "hs"}
                """);

        assertThat(codes("?city=hs"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].organisation")
                .asArray()
                .containsExactly("91341000MAEX00221R", "91341000MAEX0023XH");
        assertThat(codes("?city=hs&kind=fund"))
                .bodyJson()
                .extractingPath("$.items[*].organisation")
                .asArray()
                .containsExactly("91341000MAEX0023XH");
        assertThat(codes("?q=膜材有限公司（"))
                .bodyJson()
                .extractingPath("$.items[*].organisation")
                .asArray()
                .containsExactly("91341000MAEX00221R");
        assertThat(codes("?q=.*")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(codes("?q=膜\u0000材"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(codes("?kind=club")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult codes(String query) {
        return api.get("/organisations" + query, Callers.of(Role.JUDGE, "np"));
    }

    @Test
    void namesWhatIsWrong() {
        MvcTestResult refused =
                register(
                        Role.ORGANIZER,
                        "qz",
                        """
                        {"organisation": "91330800MAEX0007X4", "name": "基金", "kind": "fund", "city": "bj"}
                        """);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].code")
                .asArray()
                .containsExactly("credit-code-malformed", "unknown-city");
    }

    @Test
    void noCityRegistersForAnother() {
        assertThat(
                        register(
                                Role.CITY_OFFICER,
                                "sr",
                                """
                                {"organisation": "12330800MBEX00014N", "name": "浙江大学衢州研究院",
                                 "kind": "institute", "city": "qz"}
                                """))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "ORGANIZER"})
    void nobodyElseRegisters(Role role) {
        assertThat(register(role, "qz", FUND)).hasStatus(HttpStatus.FORBIDDEN);
    }
}
