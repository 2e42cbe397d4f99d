package dev.keshi.messaging.consumer;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One declared handler: which events it wants and what they lead to. */
sealed interface Subscription {

    /** Under this name its dead letters are kept; unique in the service. */
    String name();

    Set<String> topics();

    boolean wants(RawEvent event);

    /** Whether it needs the contract record, and so cannot do with an event of an unknown type. */
    boolean reads();

    /** Kind of aggregate; absent when it follows any. */
    @Nullable
    String aggregateKind();

    /** Types it wants; all when empty. */
    List<String> typesWanted();

    /** What can be made anew from the archive; absent when nothing can. */
    @Nullable
    ReadModel readModel();

    /** The same, written where it is in nobody's way. */
    Subscription intoShadow(String rebuildId);

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

        @Override
        public String aggregateKind() {
            return aggregate;
        }

        /** Also those without a handler: they advance the copy. */
        @Override
        public List<String> typesWanted() {
            return List.of();
        }

        @Override
        public ReadModel readModel() {
            return ReadModel.ofCopies(collection);
        }

        @Override
        public Subscription intoShadow(String rebuildId) {
            return new ToProjection(feature, ReadModel.shadow(collection, rebuildId), aggregate, handlers);
        }

        Projected project(ReceivedEvent<PublishedEvent> event) {
            var handler = handlers.get(event.type());
            return handler == null ? Projected.UNCHANGED : handler.apply(event);
        }
    }

    /** @param types those it wants; all when empty */
    record ToEffects(
            String name,
            Set<String> topics,
            Set<String> types,
            boolean reads,
            @Nullable ReadModel readModel,
            Function<Incoming, List<Effect>> handler)
            implements Subscription {

        @Override
        public boolean wants(RawEvent event) {
            return topics.contains(event.topic()) && (types.isEmpty() || types.contains(event.type()));
        }

        @Override
        public @Nullable String aggregateKind() {
            return null;
        }

        @Override
        public List<String> typesWanted() {
            return types.stream().sorted().toList();
        }

        @Override
        public Subscription intoShadow(String rebuildId) {
            return new ToEffects(
                    name,
                    topics,
                    types,
                    reads,
                    readModel,
                    incoming -> handler.apply(incoming).stream()
                            .map(effect -> effect.into(ReadModel.shadow(effect.collection(), rebuildId)))
                            .toList());
        }
    }
}
