package dev.keshi.reporting.archive.messaging;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.reporting.archive.EventArchive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All events of all topics that are archived. */
@Configuration(proxyBeanMethods = false)
class EveryEvent {

    @Bean
    EventHandlers archiveHandlers(EventArchive archive) {
        return EventHandlers.named("archive").everyEvent(Topics.ARCHIVED, archive::keep);
    }
}
