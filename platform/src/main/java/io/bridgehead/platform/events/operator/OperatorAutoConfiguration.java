package io.bridgehead.platform.events.operator;

import io.bridgehead.platform.events.ParkedEvents;
import io.bridgehead.platform.events.Subscriptions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// The same endpoints in every service, below its own name.
@AutoConfiguration
@ConditionalOnWebApplication
class OperatorAutoConfiguration {

    @Bean
    ParkedEventController parkedEventController(ParkedEvents parkedEvents) {
        return new ParkedEventController(parkedEvents);
    }

    @Bean
    RebuildController rebuildController(Subscriptions subscriptions) {
        return new RebuildController(subscriptions);
    }

    @Bean
    OperatorProblems operatorProblems() {
        return new OperatorProblems();
    }
}
