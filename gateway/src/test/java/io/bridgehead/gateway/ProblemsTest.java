package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.gateway.door.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void aProblemHasTheShapeThatTheServicesHave() throws Exception {
        HttpResponse<String> answer = bed.get("/api/v1/nothing?secret=1");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = TestBed.json(answer);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "slug", "traceId");
        assertThat(problem.path("type").asString()).isEqualTo("urn:bridgehead:problem:not-found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/nothing");
        assertThat(problem.path("slug").asString()).isEqualTo("not-found");
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, Not found",
        "en-GB, en, Not found",
        "'ja, en;q=0.5', en, Not found",
        "'en;q=0.5, zh;q=0.9', zh-CN, 未找到",
        "zh-TW, zh-CN, 未找到",
        "ja, zh-CN, 未找到",
        "*, zh-CN, 未找到",
        "'not a language', zh-CN, 未找到",
    })
    void itIsInTheLanguageThatTheCallerReads(String accepted, String language, String title)
            throws Exception {
        HttpRequest.Builder request = bed.request("/api/v1/nothing");

        HttpResponse<String> answer = bed.send(request.header("Accept-Language", accepted));

        assertThat(TestBed.json(answer).path("title").asString()).isEqualTo(title);
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
    }

    @Test
    void itIsInChineseForWhoDoesNotSay() throws Exception {
        assertThat(TestBed.json(bed.get("/api/v1/nothing")).path("title").asString())
                .isEqualTo("未找到");
    }

    @Test
    void evenARequestThatCannotBeReadIsAnsweredInTheCallersLanguage() throws Exception {
        Raw.Answer answer =
                Raw.send(
                        bed.port,
                        "GET /api/v1/cities HTTP/1.1",
                        "Host: gateway",
                        "Accept-Language: en",
                        "No-Colon");

        assertThat(TestBed.json(answer.body()).path("title").asString())
                .isEqualTo("Malformed request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/problems.properties", "messages/problems_en.properties"})
    void everyProblemHasItsTextsAndNoTextIsLeftOver(String file) throws IOException {
        Set<String> needed = new TreeSet<>();
        for (Problem problem : Problem.values()) {
            needed.add(problem.slug() + ".title");
            needed.add(problem.slug() + ".detail");
        }

        Properties texts = new Properties();
        try (InputStream in =
                Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed);
    }
}
