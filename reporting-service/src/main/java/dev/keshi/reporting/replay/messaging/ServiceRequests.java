package dev.keshi.reporting.replay.messaging;

import dev.keshi.contracts.operations.ReplayRequestedV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.reporting.replay.ReplayRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever a service asks for is sent to it. */
@Configuration(proxyBeanMethods = false)
class ServiceRequests {

    @Bean
    EventHandlers replayHandlers(ReplayRequests requests) {
        return EventHandlers.named("replays").effects(ReplayRequestedV1.class, requests::open);
    }
}
