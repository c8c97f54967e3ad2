package io.bridgehead.contract.matchmaking;

import io.bridgehead.contract.agreement.DraftingAgreements;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears what the sides of a meeting intend, and has it drafted.
@Configuration(proxyBeanMethods = false)
class Intents {

    private final DraftingAgreements drafting;

    Intents(DraftingAgreements drafting) {
        this.drafting = drafting;
    }

    @Bean
    Subscription intentSubscription() {
        return Subscription.to("intents", "bridgehead.matchmaking")
                .on("intent.recorded.v1", IntentRecorded.class, this::draft)
                .build();
    }

    private void draft(Event<IntentRecorded> event) {
        drafting.draft(event.command("draft"), event.data().draft(), event.cities());
    }
}
