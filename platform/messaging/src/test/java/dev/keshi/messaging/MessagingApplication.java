package dev.keshi.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.Projected;
import dev.keshi.messaging.consumer.RawEvent;
import dev.keshi.messaging.consumer.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service with one kind of aggregate, which also listens to its own events in each of the ways there are. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class MessagingApplication {

    /** A title that the effect handler refuses, as a defect in a handler would. */
    public static final String POISON = "poison";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    AggregateCollection<Shop.CounterDocument> counters(AggregateStore store) {
        return store.collection("counters", Shop.CounterDocument.class);
    }

    @Bean
    EventHandlers copies() {
        return EventHandlers.named("copies")
                .projection(
                        "copies",
                        "position",
                        events -> events.on(
                                        PositionDefinedV1.class,
                                        event -> Projected.set(
                                                "title", event.data().title()))
                                .on(
                                        PositionRevisedV1.class,
                                        event -> Projected.set(Map.of(
                                                "title", event.data().title(),
                                                "headcount",
                                                        String.valueOf(
                                                                event.data().headcount())))));
    }

    @Bean
    EventHandlers effects() {
        return EventHandlers.named("effects").effects(PositionRevisedV1.class, MessagingApplication::effects);
    }

    @Bean
    AggregateCollection<Shop.CounterDocument> notes(AggregateStore store) {
        return store.collection("notes", Shop.CounterDocument.class);
    }

    /** A new count replaces the note's text; every event counts. */
    @Bean
    EventHandlers noting(AggregateCollection<Shop.CounterDocument> notes) {
        return EventHandlers.named("notes")
                .effects(
                        PositionDefinedV1.class,
                        event -> List.of(Effect.create(
                                notes,
                                event.key(),
                                new Shop.CounterDocument(event.data().title(), 1))))
                .effects(
                        PositionRevisedV1.class,
                        event -> List.of(Effect.advance(
                                notes,
                                Filters.eq(event.key()),
                                Updates.combine(
                                        Updates.set("state.text", event.data().title()),
                                        Updates.inc("state.count", 1)))));
    }

    @Bean
    EventHandlers everything() {
        return EventHandlers.named("everything")
                .everyEvent(java.util.Set.of(Topics.ORG), event -> List.of(seen(event)));
    }

    private static List<Effect> effects(ReceivedEvent<PositionRevisedV1> event) {
        if (event.data().title().equals(POISON)) {
            throw new IllegalArgumentException("a defect in a handler");
        }
        return List.of(Effect.insert("effects", "one", new Document("key", event.key())));
    }

    private static Effect seen(RawEvent event) {
        return Effect.insert(
                "everything", "seen", new Document("key", event.key()).append("sequence", event.sequence()));
    }
}
