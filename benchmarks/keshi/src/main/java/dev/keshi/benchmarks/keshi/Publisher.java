package dev.keshi.benchmarks.keshi;

import dev.keshi.benchmarks.load.Conversation;
import dev.keshi.benchmarks.load.Sightings;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** A service with one kind of aggregate that listens to its own events. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Publisher {

    static final String POSITIONS = "positions";

    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(Publisher.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var context = application.run(arguments);
        var aggregates = context.getEnvironment().getRequiredProperty("bench.aggregates", int.class);
        Conversation.with(context.getBean(KeshiContender.class), aggregates).hold();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    AggregateCollection<PositionDocument> positions(AggregateStore store) {
        return store.collection(POSITIONS, PositionDocument.class);
    }

    @Bean
    @ConditionalOnProperty(name = "bench.handler", havingValue = "true")
    EventHandlers seen() {
        return EventHandlers.named("seen").effects(PositionRevisedV1.class, event -> {
            Sightings.handled(event.key());
            return Effect.none();
        });
    }

    @Bean
    KeshiContender contender(
            AggregateCollection<PositionDocument> positions,
            MongoOperations mongo,
            @Qualifier("outboxRelay") SmartLifecycle relay) {
        return new KeshiContender(positions, mongo, relay);
    }
}
