package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EventSettingsTest {

    @Test
    void credentialsComeFromTheEnvironmentInKafkasOwnWords() {
        EventSettings settings =
                settings(
                        Map.of(
                                "BRIDGEHEAD_EVENTS_CLIENT_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                                "BRIDGEHEAD_EVENTS_CLIENT_SASL_JAAS_CONFIG", "who and what;"));

        assertThat(settings.kafka(Map.of("acks", "all")))
                .containsOnly(
                        entry("bootstrap.servers", "kafka:9092"),
                        entry("security.protocol", "SASL_PLAINTEXT"),
                        entry("sasl.jaas.config", "who and what;"),
                        entry("acks", "all"));
        assertThat(settings.toString()).contains("bridgehead.test").doesNotContain("who and what");
    }

    @Test
    void withoutCredentialsThereIsNothingButTheAddress() {
        assertThat(settings(Map.of()).kafka(Map.of()))
                .containsOnly(entry("bootstrap.servers", "kafka:9092"));
    }

    private static EventSettings settings(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("BRIDGEHEAD_EVENTS_BOOTSTRAPSERVERS", "kafka:9092");
        all.put("BRIDGEHEAD_EVENTS_SERVICE", "test");
        all.put("BRIDGEHEAD_EVENTS_TOPIC", "bridgehead.test");
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        return Binder.get(environment).bindOrCreate("bridgehead.events", EventSettings.class);
    }
}
