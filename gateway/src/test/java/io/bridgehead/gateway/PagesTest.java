package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PagesTest {

    /// Smaller files are sent as they are (Spring Boot's `server.compression.min-response-size`).
    private static final int NOT_WORTH_IT = 2048;

    private static final Pattern LOADED =
            Pattern.compile("<(?:script|link|img)\\b[^>]*\\b(?:src|href)=\"([^\"]*)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void aPageRunsNothingInlineAndLoadsOnlyWhatIsHere(String page) throws Exception {
        HttpResponse<String> answer = bed.get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(answer.body())
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("<style|\\bstyle=|\\bon[a-z]+=\"|javascript:");
        List<String> loaded = all(LOADED, answer.body());
        assertThat(loaded).isNotEmpty();
        for (String address : loaded) {
            assertThat(address).startsWith("/").doesNotStartWith("//");
            assertThat(bed.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void theAppIsEnteredAtAnyOfItsPages() throws Exception {
        HttpResponse<String> front = bed.get("/");
        HttpResponse<String> inside =
                bed.send(bed.request("/chain/some-id").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(inside.statusCode()).isEqualTo(200);
        assertThat(inside.body()).isEqualTo(front.body());
        assertThat(inside.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/assets/nothing.js", "/nothing.txt"})
    void aBrowserThatOpensWhatIsNoPageIsToldSo(String address) throws Exception {
        HttpResponse<String> answer =
                bed.send(bed.request(address).header("Accept", "text/html,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void theAppLearnsWherePeopleSignInAndMayCallThere() throws Exception {
        HttpResponse<String> answer = bed.get("/settings.json");

        assertThat(JSON.readTree(answer.body()).path("issuer").asString()).isEqualTo(Issuer.NAME);
        assertThat(JSON.readTree(answer.body()).path("client").asString())
                .isEqualTo("bridgehead-web");
        URI issuer = URI.create(Issuer.NAME);
        assertThat(bed.get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "connect-src 'self' %s://%s;"
                                .formatted(issuer.getScheme(), issuer.getAuthority()));
    }

    @Test
    void whatTheAppLoadsIsCompressedAndKept() throws Exception {
        List<String> scripts =
                all(LOADED, bed.get("/").body()).stream()
                        .filter(address -> address.endsWith(".js"))
                        .toList();
        assertThat(scripts).isNotEmpty();
        for (String script : scripts) {
            HttpResponse<String> answer =
                    bed.send(bed.request(script).header("Accept-Encoding", "gzip"));

            if (bed.get(script).body().length() > NOT_WORTH_IT) {
                assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            }
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("max-age=31536000")
                    .contains("immutable");
        }
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/favicon.svg, image/svg+xml",
        "/docs/page.js, text/javascript",
        "/docs/swagger-ui.css, text/css",
        "/docs/swagger-ui-bundle.js, text/javascript",
    })
    void whatAPageLoadsSaysWhatItIs(String address, String type) throws Exception {
        assertThat(bed.get(address).headers().firstValue("Content-Type").orElseThrow())
                .startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "liveness"})
    void healthIsOpen(String probe) throws Exception {
        HttpResponse<String> answer = bed.get("/actuator/health/" + probe);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/health",
                "/actuator/health/db",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/heapdump",
                "/docs/index",
                "/application.yaml",
                "/messages/problems.properties",
                "/META-INF/MANIFEST.MF",
            })
    void nothingElseIs(String address) throws Exception {
        HttpResponse<String> answer = bed.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestBed.slug(answer)).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/favicon.svg", "/actuator/health/readiness"})
    void whatCanBeReadCanBeAskedForWithoutItsBody(String address) throws Exception {
        HttpResponse<String> answer =
                bed.send(bed.request(address).method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPageIsOnlyRead() throws Exception {
        HttpResponse<String> answer = bed.send(bed.request("/").POST(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(TestBed.slug(answer)).isIn("not-found", "method-not-allowed");
    }
}
