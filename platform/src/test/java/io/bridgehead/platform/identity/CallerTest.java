package io.bridgehead.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    private static final String USCC = "91330800MAEX00037T";

    private static Caller caller(Role... roles) {
        return new Caller("someone", "qz", null, Set.of(USCC), Set.of(roles));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "ORGANIZER"})
    void someActForTheirOwnCity(Role role) {
        assertThat(caller(role).actsForCity("qz")).isTrue();
        assertThat(caller(role).actsForCity("sr")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "ORGANIZER"})
    void othersActForNoCity(Role role) {
        assertThat(caller(role).actsForCity("qz")).isFalse();
    }

    @Test
    void whoHasNoCityActsForNone() {
        Caller nowhere = new Caller("someone", null, null, Set.of(), Set.of(Role.ORGANIZER));

        assertThat(nowhere.actsForCity("qz")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ORGANISATION", "SIGNATORY"})
    void someSpeakForTheirOwnOrganisations(Role role) {
        assertThat(caller(role).speaksFor(USCC)).isTrue();
        assertThat(caller(role).speaksFor("12330800MBEX00014N")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"ORGANISATION", "SIGNATORY"})
    void othersSpeakForNoneThoughTheTokenNamesIt(Role role) {
        assertThat(caller(role).speaksFor(USCC)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyThreeSeeAll(Role role) {
        assertThat(caller(role).seesAll())
                .isEqualTo(Set.of(Role.ORGANIZER, Role.AUDITOR, Role.OPERATOR).contains(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsFoundByItsNameInTheRealm(Role role) {
        assertThat(Role.ofWire(role.wire())).hasValue(role);
    }

    private static Caller of(Map<String, Object> claims) {
        Jwt token =
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .subject("someone")
                        .issuedAt(Instant.EPOCH)
                        .claims(all -> all.putAll(claims))
                        .build();
        return Tokens.caller(new TestingAuthenticationToken(token, null)).orElseThrow();
    }

    @Test
    void anAccountMayBeADelegates() {
        assertThat(of(Map.of("delegate", "d-1")).delegate()).isEqualTo("d-1");
        assertThat(of(Map.of("delegate", " ")).delegate()).isNull();
        assertThat(of(Map.of()).delegate()).isNull();
    }

    @Test
    void organisationsComeAsOneOrAsSeveral() {
        assertThat(of(Map.of("org", USCC)).organisations()).containsExactly(USCC);
        assertThat(of(Map.of("org", List.of(USCC, "x"))).organisations())
                .containsExactlyInAnyOrder(USCC, "x");
        assertThat(of(Map.of("org", "")).organisations()).isEmpty();
        assertThat(of(Map.of()).organisations()).isEmpty();
    }

    @Test
    void whatTheRealmGivesEveryoneIsNoRoleOfOurs() {
        Caller caller =
                of(
                        Map.of(
                                "realm_access",
                                Map.of("roles", List.of("offline_access", "judge", "JUDGE", 7))));

        assertThat(caller.roles()).containsExactly(Role.JUDGE);
    }

    @Test
    void claimsOfAnotherShapeGiveNothing() {
        Caller caller =
                of(Map.of("realm_access", "organizer", "city", 330_800, "division", List.of("x")));

        assertThat(caller.roles()).isEmpty();
        assertThat(caller.city()).isNull();
        assertThat(caller.division()).isNull();
    }
}
