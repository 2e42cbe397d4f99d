package dev.keshi.messaging.consumer;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one feature of a service does with events, declared as a bean. Handlers are pure functions from an event to
 * what shall be written; they cannot write by themselves, so they cannot forget to be idempotent. They are asked for several
 * events at once, and before what earlier ones lead to is written.
 */
public final class EventHandlers {

    private final String name;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Map<String, Function<ReceivedEvent<PublishedEvent>, List<Effect>>> effects = new LinkedHashMap<>();
    private final Set<String> effectTopics = new HashSet<>();
    private @Nullable ReadModel readModel;

    private EventHandlers(String name) {
        this.name = name;
    }

    /** @param name stands in metrics and dead letters; unique in the service */
    public static EventHandlers named(String name) {
        return new EventHandlers(name);
    }

    /**
     * Keeps one document per aggregate, {@code _id} = aggregate id, changed by each of its events exactly once and in
     * order. The kit adds {@code sequence}; a gap parks the aggregate instead of skipping over it.
     *
     * @param aggregate kind of aggregate; all its events advance the copy, those without a handler without effect
     */
    public EventHandlers projection(String collection, String aggregate, Consumer<Projection> events) {
        var projection = new Projection();
        events.accept(projection);
        subscriptions.add(new Subscription.ToProjection(name, collection, aggregate, projection.handlers));
        return this;
    }

    /**
     * Leads to documents or changes in the consumer's store, each written once. The events of one aggregate take effect
     * in their order, whatever their types.
     */
    public <E extends PublishedEvent> EventHandlers effects(
            Class<E> event, Function<ReceivedEvent<E>, List<Effect>> handler) {
        var contract = EventCatalogue.describe(event);
        effectTopics.add(contract.topic());
        effects.put(contract.type(), erased(handler));
        return this;
    }

    /** The same for every event of some topics, also those whose type this release does not know. */
    public EventHandlers everyEvent(Collection<String> topics, Function<RawEvent, List<Effect>> handler) {
        subscriptions.add(new Subscription.ToEffects(
                name, Set.copyOf(topics), Set.of(), false, null, incoming -> handler.apply(incoming.raw())));
        return this;
    }

    /**
     * Says that the effects make up a collection that follows from events alone, so that it can be made anew from the
     * archive. Commands that change its documents tell so by events, for which there are handlers here as well.
     *
     * @param fields names of what follows from events, nested ones with dots
     * @param expires name of the date from which a document may be gone
     */
    public EventHandlers readModel(String collection, List<String> fields, String expires) {
        readModel = ReadModel.of(collection, fields, expires);
        return this;
    }

    /** The same of a collection whose documents never expire. */
    public EventHandlers readModel(String collection, List<String> fields) {
        readModel = ReadModel.of(collection, fields, null);
        return this;
    }

    List<Subscription> subscriptions() {
        var all = new ArrayList<>(subscriptions);
        if (!effects.isEmpty()) {
            var handlers = Map.copyOf(effects);
            all.add(new Subscription.ToEffects(
                    name,
                    Set.copyOf(effectTopics),
                    handlers.keySet(),
                    true,
                    readModel,
                    incoming -> Objects.requireNonNull(
                                    handlers.get(incoming.raw().type()))
                            .apply(incoming.event())));
        }
        return all;
    }

    /** The catalogue says which record a type has, so a handler only ever sees its own record. */
    @SuppressWarnings("unchecked")
    private static <E extends PublishedEvent, R> Function<ReceivedEvent<PublishedEvent>, R> erased(
            Function<ReceivedEvent<E>, R> handler) {
        return event -> handler.apply((ReceivedEvent<E>) (ReceivedEvent<?>) event);
    }

    /** The handlers of one projection. */
    public static final class Projection {

        private final Map<String, Function<ReceivedEvent<PublishedEvent>, Projected>> handlers = new LinkedHashMap<>();
        private final Set<String> aggregates = new HashSet<>();

        public <E extends PublishedEvent> Projection on(Class<E> event, Function<ReceivedEvent<E>, Projected> handler) {
            EventDescriptor contract = EventCatalogue.describe(event);
            aggregates.add(contract.aggregate());
            if (aggregates.size() > 1) {
                throw new IllegalArgumentException("One projection follows one kind of aggregate: " + aggregates);
            }
            handlers.put(contract.type(), erased(handler));
            return this;
        }
    }
}
