package io.bridgehead.matchmaking;

import io.bridgehead.platform.testing.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// All of this service's features on MongoDB's real engine and without a broker: what registration
/// would tell is told by hand. One for all tests of controllers, so that they share it.
@WebSlice
@WebMvcTest
@Import(FeatureSlice.Features.class)
@TestPropertySource(properties = "bridgehead.matchmaking.registration.patience=0s")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FeatureSlice {

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            excludeFilters =
                    @Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = MatchmakingServiceApplication.class))
    class Features {}
}
