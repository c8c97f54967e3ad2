package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The realm as a real Keycloak imports it: who gets which token, and by which ways.
class KeycloakTest {

    private static final URI WEB = URI.create("http://127.0.0.1:8080");

    private static final String STYLES = "bridgehead/login/resources/css/";

    @TempDir private static Path folder;

    private static final RealmFile FILE = RealmFile.of(Workspace.find());
    private static Daemon keycloak;
    private static OpenIdProvider provider;
    private static Realm realm;

    @BeforeAll
    static void start() {
        Secrets secrets = Secrets.of(Workspace.find().at(folder));
        Map<String, String> environment = new HashMap<>();
        FILE.secrets().forEach(name -> environment.put(name, secrets.password(name)));
        environment.put(RealmFile.WEB_ADDRESS, WEB.toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put(Realm.ADMINISTRATOR, secrets.password(Realm.ADMINISTRATOR));
        keycloak = Keycloak.start(folder.resolve("keycloak"), 0, FILE, environment);
        URI issuer = URI.create(keycloak.address() + "/realms/bridgehead");
        provider = new OpenIdProvider(issuer);
        realm = new Realm(issuer, WEB, FILE, secrets::password);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void aCitysSystemGetsATokenForTheCity() {
        JsonNode claims = claims(realm.token("city-sr"));

        assertThat(claims.path("iss").asString()).isEqualTo(provider.issuer().toString());
        assertThat(claims.path("aud").asString()).isEqualTo("bridgehead");
        assertThat(claims.path("city").asString()).isEqualTo("sr");
        assertThat(strings(claims.path("realm_access").path("roles")))
                .containsExactly("partner-system");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aPersonSignsInThroughTheLoginForm() {
        JsonNode claims = claims(realm.token("hs-signatory"));

        assertThat(claims.path("aud").asString()).isEqualTo("bridgehead");
        assertThat(claims.path("azp").asString()).isEqualTo("bridgehead-web");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("hs-signatory");
        assertThat(claims.path("city").asString()).isEqualTo("hs");
        assertThat(strings(claims.path("org")))
                .containsExactly("91341000MAEX00213Y", "91341000MAEX00221R", "91341000MAEX0023XH");
        assertThat(strings(claims.path("realm_access").path("roles"))).containsExactly("signatory");
    }

    @Test
    void everyRoleOfACitySignsIn() {
        List<Account> accounts =
                realm.accounts().stream().filter(account -> account.city().equals("np")).toList();
        assertThat(accounts).hasSize(11);
        for (Account account : accounts) {
            JsonNode claims = claims(realm.token(account.name()));

            assertThat(claims.path("city").asString()).isEqualTo(account.city());
            assertThat(strings(claims.path("realm_access").path("roles")))
                    .containsExactly(account.role());
            assertThat(strings(claims.path("org"))).isEqualTo(account.organisations());
        }
    }

    @Test
    void anAdministratorSaysWhoseAccountItIs() {
        assertThat(claims(realm.token("sr-delegate")).has("delegate")).isFalse();

        realm.link("sr-delegate", "d-1");

        JsonNode claims = claims(realm.token("sr-delegate"));
        assertThat(claims.path("delegate").asString()).isEqualTo("d-1");
        assertThat(claims.path("city").asString()).isEqualTo("sr");
        assertThat(strings(claims.path("realm_access").path("roles"))).containsExactly("delegate");
        assertThatThrownBy(() -> realm.link("sr-nobody", "d-1")).isInstanceOf(StackException.class);
    }

    @Test
    void aTokenIsKeptWhileItIsGood() {
        assertThat(realm.token("qz-auditor")).isEqualTo(realm.token("qz-auditor"));
    }

    @Test
    void wrongPasswordsAreRefusedAndSoonTheRightOneTooForAWhile() throws Exception {
        PublicClientSignIn signIn = new PublicClientSignIn(provider, WEB);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> signIn.signIn("sr-judge", "not the password"))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("sr-judge could not sign in: ");
        }
        // failures are counted a moment after they were answered
        String detection = "attack-detection/brute-force/users/sr-judge";
        for (int i = 0; i < 100 && !admin(detection).path("disabled").asBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThatThrownBy(() -> realm.token("sr-judge"))
                .hasMessageStartingWith("sr-judge could not sign in: ");
    }

    @Test
    void noClientExchangesAPasswordForAToken() throws Exception {
        String password = realm.secret(account("qz-operator"));
        for (JsonNode client : admin("clients")) {
            if (client.path("bearerOnly").asBoolean()) {
                continue;
            }
            assertThatThrownBy(() ->
                            provider.tokens(
                                    Map.of(
                                            "grant_type",
                                            "password",
                                            "client_id",
                                            client.path("clientId").asString(),
                                            "client_secret",
                                            realm.secret(account("city-qz")),
                                            "username",
                                            "qz-operator",
                                            "password",
                                            password)))
                    .as(client.path("clientId").asString())
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("Keycloak gave no token");
        }
    }

    @Test
    void aCodeIsSentToTheGatewayOnlyAndOnlyWithAChallenge() {
        Map<String, String> question =
                new HashMap<>(
                        Map.of(
                                "client_id", "bridgehead-web",
                                "response_type", "code",
                                "redirect_uri", "http://127.0.0.1:8081/"));
        assertThat(provider.get("auth", question).statusCode()).isEqualTo(400);

        question.put("redirect_uri", WEB + "/");
        assertThat(provider.get("auth", question).headers().firstValue("Location"))
                .hasValueSatisfying(location ->
                        assertThat(location)
                                .startsWith(WEB + "/?error=invalid_request")
                                .contains("code_challenge_method"));
    }

    @Test
    void peopleSignInOnOurOwnPageInChineseAndInEnglishWhenAskedFor() throws Exception {
        Map<String, String> question =
                new HashMap<>(
                        Map.of(
                                "client_id", "bridgehead-web",
                                "response_type", "code",
                                "redirect_uri", WEB + "/",
                                "code_challenge", "x".repeat(43),
                                "code_challenge_method", "S256"));
        String page = provider.get("auth", question).body();
        question.put("ui_locales", "en");

        assertThat(page).contains("<title>登录 · 桥头堡 Bridgehead</title>");
        assertThat(provider.get("auth", question).body())
                .contains("<title>Sign in · 桥头堡 Bridgehead</title>");
        assertThat(styles(page))
                .containsExactly(
                        Files.readString(FILE.themes().resolve(STYLES + "tokens.css")),
                        Files.readString(FILE.themes().resolve(STYLES + "sign-in.css")));
    }

    private static List<String> styles(String page) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"([^\"]+)\" rel=\"stylesheet\"").matcher(page);
        List<String> styles = new ArrayList<>();
        while (link.find()) {
            URI address = URI.create(keycloak.address()).resolve(link.group(1));
            HttpRequest request = HttpRequest.newBuilder(address).build();
            styles.add(provider.http().send(request, BodyHandlers.ofString()).body());
        }
        return styles;
    }

    @Test
    void onlyAdministratorsWriteCityDivisionOrganisationsAndDelegate() throws Exception {
        JsonNode profile = admin("users/profile");

        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        for (JsonNode attribute : profile.path("attributes")) {
            assertThat(strings(attribute.path("permissions").path("edit")))
                    .as(attribute.path("name").asString())
                    .containsExactly("admin");
        }
        assertThat(profile.path("attributes").findValuesAsString("name"))
                .contains("city", "division", "org", "delegate");
    }

    @Test
    void itListensToThisMachineOnly() throws SocketException {
        int port = URI.create(keycloak.address()).getPort();
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    private static Account account(String name) {
        return realm.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What the realm holds, as Keycloak's own administrator sees it.
    private static JsonNode admin(String path) throws IOException, InterruptedException {
        String password = Secrets.of(Workspace.find().at(folder)).password(Realm.ADMINISTRATOR);
        OpenIdProvider master =
                new OpenIdProvider(URI.create(keycloak.address() + "/realms/master"));
        String token =
                master.tokens(
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", password))
                        .path("access_token")
                        .asString();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(keycloak.address() + "/admin/realms/bridgehead/" + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    private static JsonNode claims(String token) {
        String payload = token.split("\\.")[1];
        return JsonMapper.shared()
                .readTree(
                        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
