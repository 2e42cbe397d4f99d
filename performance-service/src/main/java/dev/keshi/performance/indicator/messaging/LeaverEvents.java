package dev.keshi.performance.indicator.messaging;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.performance.indicator.LeaverDelivery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A separation that is heard of late sets aside what had counted; whoever is taken on again has it back. */
@Configuration(proxyBeanMethods = false)
class LeaverEvents {

    private static final long FIRST = 1;

    @Bean
    EventHandlers leaverHandlers() {
        return EventHandlers.named("leavers")
                .effects(
                        PersonSeparatedV1.class,
                        event -> LeaverDelivery.changed(
                                event.data().personId(), event.data().separatedOn(), event.id()))
                .effects(
                        PersonHiredV1.class,
                        // Whoever is new cannot have left before.
                        event -> event.sequence() == FIRST
                                ? Effect.none()
                                : LeaverDelivery.changed(
                                        event.data().personId(), event.data().hiredOn(), event.id()));
    }
}
