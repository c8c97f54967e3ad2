package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.privacy.Privacy;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The manners of the API that every controller has without asking.
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableConfigurationProperties({WebSettings.class, OperationSettings.class})
class WebAutoConfiguration {

    private static final List<CoercionInputShape> NO_TEXTS =
            List.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean);

    /// After Spring Security's filters: whoever is not let in has nothing read.
    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimits(WebSettings settings) {
        FilterRegistrationBean<BodyLimits> registration =
                new FilterRegistrationBean<>(new BodyLimits(settings));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AnsweringInFull> answeringInFull() {
        return new FilterRegistrationBean<>(new AnsweringInFull());
    }

    @Bean
    JsonMapperBuilderCustomizer boundedTimes() {
        return json -> json.addModule(new BoundedTimes());
    }

    /// A number is no text: `"title": 7` is a mistake.
    @Bean
    JsonMapperBuilderCustomizer textIsText() {
        return json ->
                json.withCoercionConfig(
                        LogicalType.Textual,
                        coercions -> {
                            for (CoercionInputShape shape : NO_TEXTS) {
                                coercions.setCoercion(shape, CoercionAction.Fail);
                            }
                        });
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    PlatformProblems platformProblems() {
        return new PlatformProblems();
    }

    @Bean
    ErrorProblems errorProblems() {
        return new ErrorProblems();
    }

    @Bean
    PageLinks pageLinks() {
        return new PageLinks();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    Operations operations(
            Documents documents,
            Privacy privacy,
            ObjectProvider<OperationWork> works,
            OperationSettings settings,
            Clock clock) {
        return new Operations(
                documents,
                new OperationInputs(documents.database(), privacy, clock),
                works.stream().toList(),
                settings,
                clock);
    }

    @Bean
    WebMvcConfigurer apiManners(ProblemWriter writer) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IfMatchResolver());
                resolvers.add(new PageQueryResolver());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(new WireNameConverters());
            }

            // Behind all advices, so that none of them is passed by.
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(1, new LastResort(writer));
            }
        };
    }
}
