package io.bridgehead.registration;

import io.bridgehead.platform.testing.WebSlice;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/// The service's controllers with their use cases and repositories, and without whatever hears events:
/// the same for every feature's test, so that one start serves them all. They share its database, and
/// each has editions of its own in it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WebSlice
@WebMvcTest(
        includeFilters =
                @ComponentScan.Filter({
                    Service.class,
                    Repository.class,
                    ConfigurationProperties.class
                }))
public @interface RegistrationSlice {}
