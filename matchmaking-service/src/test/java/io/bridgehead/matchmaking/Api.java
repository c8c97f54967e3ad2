package io.bridgehead.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.testing.Callers;
import java.io.UnsupportedEncodingException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/// The service's API as a slice's test calls it.
@TestComponent
public class Api {

    private final MockMvcTester mvc;

    Api(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult post(RequestPostProcessor caller, String path, String json) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(caller)
                .header("Idempotency-Key", Callers.key())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult put(RequestPostProcessor caller, String path, String etag, String json) {
        return mvc.put()
                .uri("/api/v1" + path)
                .with(caller)
                .header(HttpHeaders.IF_MATCH, etag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult get(RequestPostProcessor caller, String path) {
        return mvc.get().uri("/api/v1" + path).with(caller).exchange();
    }

    public MvcTestResult getWithoutToken(String path) {
        return mvc.get().uri("/api/v1" + path).exchange();
    }

    public static JsonNode json(MvcTestResult answer) {
        try {
            return Documents.EVENT_JSON.readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return the id of what was created
    public static String created(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.CREATED).hasHeader(HttpHeaders.ETAG, "\"1\"");
        String id = json(answer).path("id").asString();
        assertThat(answer.getResponse().getHeader(HttpHeaders.LOCATION)).endsWith("/" + id);
        return id;
    }

    public static void assertRefused(MvcTestResult answer, HttpStatus status, String slug) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json(answer).path("slug").asString()).isEqualTo(slug);
    }

    /// @param fieldAndCode `contact contact-not-known-yet`
    public static void assertInvalid(MvcTestResult answer, String... fieldAndCode) {
        assertRefused(answer, HttpStatus.BAD_REQUEST, "invalid-request");
        assertThat(json(answer).path("errors"))
                .allSatisfy(error -> assertThat(error.path("message").asString()).isNotBlank())
                .extracting(error ->
                        error.path("field").asString() + " " + error.path("code").asString())
                .containsExactlyInAnyOrder(fieldAndCode);
    }
}
