package io.bridgehead.platform.web.idempotency;

import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Patience;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Idempotency keys for every POST of the public API.
@AutoConfiguration
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyAutoConfiguration {

    @Bean
    Answers answers(
            MongoDatabase database,
            IdempotencySettings settings,
            DocumentSettings documents,
            Clock clock) {
        Answers answers =
                new Answers(database, settings, new Patience(clock, documents.patience()), clock);
        answers.index();
        return answers;
    }

    @Bean
    IdempotencyProblems idempotencyProblems() {
        return new IdempotencyProblems();
    }

    /// Behind the bound on bodies.
    @Bean
    FilterRegistrationBean<KeepingAnswers> keepingAnswers(
            Answers answers,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<KeepingAnswers> registration =
                new FilterRegistrationBean<>(new KeepingAnswers(answers, problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 20);
        return registration;
    }

    @Bean
    WebMvcConfigurer idempotencyKeys(Answers answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new IdempotencyKeys(answers));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandIdResolver());
            }
        };
    }
}
