package io.bridgehead.registration;

import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The service's API as one caller after another sees it, in the test of a slice.
public record RegistrationApi(MockMvcTester mvc) {

    public MvcTestResult get(String uri, RequestPostProcessor caller) {
        return mvc.get().uri("/api/v1" + uri).with(caller).exchange();
    }

    public MvcTestResult post(String uri, RequestPostProcessor caller, String json) {
        return post(uri, caller, Callers.key(), json);
    }

    public MvcTestResult post(String uri, RequestPostProcessor caller, String key, String json) {
        return mvc.post()
                .uri("/api/v1" + uri)
                .with(caller)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult delete(String uri, RequestPostProcessor caller) {
        return mvc.delete().uri("/api/v1" + uri).with(caller).exchange();
    }

    /// Opens an edition of Quzhou's, to which Shangrao is invited as well.
    public void openEdition(String code) {
        post(
                "/editions",
                Callers.of(Role.ORGANIZER, "qz"),
                """
                {"code": "%s", "title": {"zh": "人才科创周", "en": "Talent and Science Week"},
                 "startsOn": "2025-09-24", "endsOn": "2025-09-26",
                 "venue": {"zh": "文化艺术中心", "en": "Culture and Arts Centre"},
                 "quotas": [{"city": "qz", "kind": "delegate", "places": 2},
                            {"city": "sr", "kind": "delegate", "places": 1}]}
                """
                        .formatted(code));
    }
}
