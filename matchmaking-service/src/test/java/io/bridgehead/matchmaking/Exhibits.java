package io.bridgehead.matchmaking;

import static io.bridgehead.matchmaking.Api.created;
import static io.bridgehead.matchmaking.Examples.FUND;
import static io.bridgehead.matchmaking.Examples.INSTITUTE;
import static io.bridgehead.matchmaking.Examples.LITHIUM;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.node.ObjectNode;

/// Offers that a test needs before it begins: a project of Shangrao, a fund and a pilot base of Quzhou,
/// or others where the test says so.
@TestComponent
public class Exhibits {

    /// The delegates who speak for them, with their cities.
    public static final Map<String, String> CONTACTS =
            Map.of("d-project", "sr", "d-fund", "qz", "d-base", "qz");

    private final Api api;

    Exhibits(Api api) {
        this.api = api;
    }

    /// @param changes fields that are other than usual, as JSON
    public static String project(String changes) {
        return body(
                """
                {"edition": "2025-quzhou", "title": "固态电解质薄膜中试",
                 "organisation": "%s", "organisationName": "上饶锂电",
                 "industries": ["newMaterials.lithiumBattery"], "stage": "preA",
                 "ask": {"amount": 2000000000, "currency": "CNY"}, "contact": "d-project",
                 "conflicts": []}
                """
                        .formatted(LITHIUM),
                changes);
    }

    /// @param changes fields that are other than usual, as JSON
    public static String fund(String changes) {
        return body(
                """
                {"edition": "2025-quzhou", "name": "衢州新材料产业基金",
                 "organisation": "%s", "organisationName": "衢州产业基金",
                 "mandate": {"industries": ["newMaterials"], "stages": ["preA", "a"],
                             "ticketFrom": {"amount": 1000000000, "currency": "CNY"},
                             "ticketTo": {"amount": 5000000000, "currency": "CNY"},
                             "cities": ["qz", "sr", "hs", "np"]},
                 "contact": "d-fund", "conflicts": []}
                """
                        .formatted(FUND),
                changes);
    }

    /// @param changes fields that are other than usual, as JSON
    public static String base(String changes) {
        return body(
                """
                {"edition": "2025-quzhou", "name": "化工中试基地",
                 "organisation": "%s", "organisationName": "浙江大学衢州研究院",
                 "disciplines": ["newMaterials.lithiumBattery", "chemicals.fine"], "capacity": 12,
                 "contact": "d-base", "conflicts": []}
                """
                        .formatted(INSTITUTE),
                changes);
    }

    private static String body(String usual, String changes) {
        return read(usual).setAll(read(changes)).toString();
    }

    private static ObjectNode read(String json) {
        return Documents.EVENT_JSON.readValue(json, ObjectNode.class);
    }

    /// @return its id
    public String aProject(String changes) {
        return offer("/projects", project(changes));
    }

    /// @return its id
    public String aFund(String changes) {
        return offer("/funds", fund(changes));
    }

    /// @return its id
    public String aBase(String changes) {
        return offer("/pilot-bases", base(changes));
    }

    private String offer(String path, String body) {
        String contact = read(body).path("contact").asString();
        String city = CONTACTS.getOrDefault(contact, contact.substring(0, 2));
        RequestPostProcessor officer = Callers.of(Role.CITY_OFFICER, city);
        return created(api.post(officer, path, body));
    }
}
