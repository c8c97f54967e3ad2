package io.bridgehead.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.testing.CutConnection;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class PrivacyAutoConfigurationTest {

    private final MongoDatabase database = RealParts.freshDatabase();

    private ApplicationContextRunner service(String masterKeys) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                MongoAutoConfiguration.class, PrivacyAutoConfiguration.class))
                .withUserConfiguration(Rest.class)
                .withPropertyValues(
                        "spring.mongodb.uri=" + RealParts.mongo(),
                        "bridgehead.privacy.keys-database=" + database.getName(),
                        "bridgehead.privacy.master-key=" + masterKeys);
    }

    /// What other parts of platform bring.
    @Configuration(proxyBeanMethods = false)
    static class Rest {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DocumentSettings documentSettings() {
            return new DocumentSettings("service", 1000, Duration.ofSeconds(1));
        }
    }

    @ImportAutoConfiguration({MongoAutoConfiguration.class, PrivacyAutoConfiguration.class})
    @Configuration(proxyBeanMethods = false)
    static class Application extends Rest {}

    @Test
    void aServiceGetsItsPrivacy() {
        service(PrivacyFixture.masterKey(1))
                .run(context -> {
                    Privacy privacy = context.getBean(Privacy.class);
                    PersonalText text = privacy.protect("p1", "王小木");
                    assertThat(privacy.reveal(text)).contains("王小木");
                    assertThat(context).hasSingleBean(BlindIndexes.class);
                    assertThat(database.getCollection("persons").countDocuments()).isEqualTo(1);
                });
    }

    @Test
    void withoutAMasterKeyItSaysSoAndDoesNotStart(CapturedOutput output) {
        SpringApplication application =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.mongodb.uri=" + RealParts.mongo())
                        .build();

        assertThatThrownBy(application::run).hasRootCauseInstanceOf(MasterKeyFault.class);

        assertThat(output)
                .contains("The master key is missing.")
                .contains("Set BRIDGEHEAD_MASTER_KEY to 32 random bytes in base64")
                .doesNotContain("\tat ");
    }

    @Test
    void theOldMasterKeyIsNoLongerNeededSomeTimeAfterTheStart() {
        service(PrivacyFixture.masterKey(1))
                .run(context -> context.getBean(Privacy.class).protect("p1", "王小木"));

        service(PrivacyFixture.masterKey(2) + "," + PrivacyFixture.masterKey(1))
                .run(_ ->
                        Awaitility.await()
                                .untilAsserted(() ->
                                        service(PrivacyFixture.masterKey(2))
                                                .run(only -> assertThat(only).hasNotFailed())));
    }

    @Test
    void aKeyStoreOfItsOwnIsUsedAndItsAbsenceIsSeen() {
        try (CutConnection cut = CutConnection.to(RealParts.mongo())) {
            service(PrivacyFixture.masterKey(1))
                    .withPropertyValues(
                            "bridgehead.privacy.keys-uri=" + cut.address(),
                            // the service's own database has no part in this
                            "spring.mongodb.uri=mongodb://127.0.0.1:1/?directConnection=true")
                    .run(context -> {
                        context.getBean(Privacy.class).protect("p1", "王小木");
                        KeyStoreHealth health = context.getBean(KeyStoreHealth.class);
                        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
                        cut.goAway();
                        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
                        cut.comeBack();
                        Awaitility.await()
                                .untilAsserted(() ->
                                        assertThat(health.health().getStatus())
                                                .isEqualTo(Status.UP));
                    });
        }
    }

    /// The driver's own patience is 30 s, and a request's is not.
    @Test
    void aKeyStoreOfItsOwnIsWaitedForNoLongerThanTheServicesDatabase() {
        service(PrivacyFixture.masterKey(1))
                .withPropertyValues("bridgehead.privacy.keys-uri=" + RealParts.mongo())
                .run(context -> {
                    MongoClient own = context.getBean(KeyStoreConnection.class).own();
                    assertThat(own).isNotNull();
                    assertThat(
                                    own.getClusterDescription()
                                            .getClusterSettings()
                                            .getServerSelectionTimeout(TimeUnit.SECONDS))
                            .isEqualTo(5);
                });
    }

    @Test
    void settingsPrintNoSecret() {
        assertThat(new PrivacySettings("key", "mongodb://user:password@host", "bridgehead-keys"))
                .hasToString("PrivacySettings[keysDatabase=bridgehead-keys]");
    }
}
