package dev.keshi.messaging.consumer;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One declared handler: which events it wants and what they lead to. */
sealed interface Subscription {

    /** Under this name its dead letters are kept; unique in the service. */
    String name();

    Set<String> topics();

    boolean wants(RawEvent event);

    /** Whether it needs the contract record, and so cannot do with an event of an unknown type. */
    boolean reads();

    record ToProjection(
            String feature,
            String collection,
            String aggregate,
            Map<String, Function<ReceivedEvent<PublishedEvent>, Projected>> handlers)
            implements Subscription {

        @Override
        public String name() {
            return feature + "/" + collection;
        }

        @Override
        public Set<String> topics() {
            return EventCatalogue.all().stream()
                    .filter(event -> event.aggregate().equals(aggregate))
                    .map(EventDescriptor::topic)
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean wants(RawEvent event) {
            return event.aggregate().equals(aggregate);
        }

        @Override
        public boolean reads() {
            return true;
        }

        Projected project(ReceivedEvent<PublishedEvent> event) {
            var handler = handlers.get(event.type());
            return handler == null ? Projected.UNCHANGED : handler.apply(event);
        }
    }

    record ToEffects(
            String name,
            Set<String> topics,
            Predicate<String> types,
            boolean reads,
            Function<Incoming, List<Effect>> handler)
            implements Subscription {

        @Override
        public boolean wants(RawEvent event) {
            return topics.contains(event.topic()) && types.test(event.type());
        }
    }
}
