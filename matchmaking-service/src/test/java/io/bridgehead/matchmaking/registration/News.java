package io.bridgehead.matchmaking.registration;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.FLUORINE;
import static io.bridgehead.matchmaking.Examples.FUND;
import static io.bridgehead.matchmaking.Examples.LITHIUM;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.privacy.Privacy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;

/// What registration would tell: handed to this service's own handlers, for tests in which no broker
/// runs; or written down, for those in which one does.
@TestComponent
@EnableConfigurationProperties(RegistrationSettings.class)
public class News {

    private static final Map<String, String> CITIES =
            Map.of("qz", "衢州", "sr", "上饶", "hs", "黄山", "np", "南平");

    /// Whom a city's delegates are of.
    private static final Map<String, String> ORGANISATIONS =
            Map.of("qz", FUND, "sr", LITHIUM, "hs", "91341000MAEX00213Y", "np", FLUORINE);

    private static final List<Map<String, Object>> INDUSTRIES =
            List.of(
                    industry("newMaterials", "新材料"),
                    industry("newMaterials.lithiumBattery", "锂电新材料"),
                    industry("newMaterials.fluorosilicon", "氟硅新材料"),
                    industry("chemicals", "化工"),
                    industry("chemicals.fine", "精细化工"));

    private final Subscription subscription;
    private final Privacy privacy;

    public News(Editions editions, Industries industries, Delegates delegates, Privacy privacy) {
        this.subscription =
                new RegistrationSubscription(editions, industries, delegates).registrationEvents();
        this.privacy = privacy;
    }

    /// @param sequence within its subject
    public record Told(
            String type, String subject, long sequence, Set<String> cities, Object data) {

        public byte[] json() {
            return Documents.EVENT_JSON.writeValueAsBytes(data);
        }
    }

    private static Map<String, Object> industry(String code, String name) {
        Map<String, Object> industry = new LinkedHashMap<>();
        industry.put("code", code);
        int dot = code.indexOf('.');
        if (dot > 0) {
            industry.put("parent", code.substring(0, dot));
        }
        industry.put("name", Map.of("zh", name, "en", code));
        return industry;
    }

    public static Told industries() {
        return new Told(
                "industries.published.v1",
                "industries",
                1,
                CITIES.keySet(),
                Map.of("industries", INDUSTRIES));
    }

    /// Hosted by Quzhou, with all four cities.
    public static Told edition(String code) {
        return new Told(
                "edition.opened.v1",
                code,
                1,
                CITIES.keySet(),
                Map.of(
                        "hostCity",
                        "qz",
                        "cities",
                        CITIES.entrySet().stream()
                                .map(city ->
                                        Map.of(
                                                "code",
                                                city.getKey(),
                                                "name",
                                                Map.of("zh", city.getValue(), "en", city.getKey())))
                                .toList()));
    }

    /// From registration to a place at the edition.
    public static List<Told> confirmed(Privacy privacy, String edition, String id, String city) {
        return List.of(
                registered(privacy, edition, id, city),
                became("approved", id, city, 2),
                became("confirmed", id, city, 3));
    }

    public static Told registered(Privacy privacy, String edition, String id, String city) {
        return new Told(
                "delegate.registered.v1",
                id,
                1,
                Set.of(city),
                Map.of(
                        "edition",
                        edition,
                        "city",
                        city,
                        "organisation",
                        ORGANISATIONS.get(city),
                        "jobTitle",
                        "研发总监",
                        "name",
                        privacy.protect(id, "王小木")));
    }

    public static Told became(String state, String id, String city, long sequence) {
        return new Told(
                "delegate." + state + ".v1", id, sequence, Set.of(city), Map.of("delegate", id));
    }

    /// The edition, the taxonomy, and these delegates of their cities, confirmed.
    public void ofDelegates(Map<String, String> cityOfDelegates) {
        hear(industries());
        hear(edition(EDITION));
        cityOfDelegates.forEach((id, city) -> ofDelegate(EDITION, id, city));
    }

    /// A delegate of an edition, confirmed.
    public void ofDelegate(String edition, String id, String city) {
        confirmed(privacy, edition, id, city).forEach(this::hear);
    }

    public void hear(Told told) {
        subscription.handle(
                new Event<>(
                        CommandId.newId(),
                        told.type(),
                        told.subject(),
                        told.sequence(),
                        Instant.parse("2025-09-20T00:00:00Z"),
                        told.cities(),
                        null,
                        told.json()));
    }

    public Privacy privacy() {
        return privacy;
    }
}
