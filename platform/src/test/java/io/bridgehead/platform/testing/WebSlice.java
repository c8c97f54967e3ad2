package io.bridgehead.platform.testing;

import io.bridgehead.platform.documents.Unsent;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// What the slice of a feature's controller stands on: who may call, problems, idempotency keys, and a
/// database of the slice's own on MongoDB's real engine, for the feature's repository too. Events are
/// kept in their documents and sent nowhere.
///
/// ```java
/// @WebSlice
/// @WebMvcTest(AgreementController.class)
/// @Import({Agreements.class, SigningAgreements.class})
/// class AgreementControllerTest {
///     @Autowired MockMvcTester mvc;
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ImportAutoConfiguration
@Import(WebSlice.Parts.class)
public @interface WebSlice {

    @TestConfiguration(proxyBeanMethods = false)
    class Parts {

        @Bean
        DynamicPropertyRegistrar database() {
            String database = RealParts.freshName("slice");
            byte[] masterKey = new byte[32];
            new SecureRandom().nextBytes(masterKey);
            return properties -> {
                properties.add("spring.mongodb.uri", RealParts::mongo);
                properties.add("bridgehead.documents.database", () -> database);
                properties.add("bridgehead.privacy.keys-database", () -> database + "-keys");
                properties.add(
                        "bridgehead.privacy.master-key",
                        () -> Base64.getEncoder().encodeToString(masterKey));
            };
        }

        @Bean
        Supplier<@Nullable String> currentTraceparent() {
            return () -> null;
        }

        @Bean
        Consumer<Unsent> unsentEvents() {
            return _ -> {};
        }
    }
}
