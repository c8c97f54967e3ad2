package io.bridgehead.contract.chain;

import io.bridgehead.platform.events.Broadcast;
import io.bridgehead.platform.events.Subscription;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears on every instance what the chains' subscription hears on one, for the pages that are open here.
@Configuration(proxyBeanMethods = false)
class ChainBroadcast {

    @Bean
    Broadcast chainChangesHeard(Subscription chainsHeard, ChainChanges changes) {
        return new Broadcast(
                "chain-changes", Set.of(ChainSubscription.TOPICS), chainsHeard.types(), changes);
    }
}
