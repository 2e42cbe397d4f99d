package dev.keshi.events.client;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a subscriber wants and what it does with it. There is no way to handle an event without a store that remembers: handlers can
 * only be added once {@link Named#remembering} was said. Immutable: each method gives another one.
 *
 * @param <T> the transaction that handlers write in
 */
public final class EventSubscription<T> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,120}");
    private static final Set<String> FOR_SERVICES_ONLY = Set.of(Topics.PERSON_KEYS);

    private final String name;
    private final SubscriberStore<T> store;
    private final Map<String, EventHandler<PublishedEvent, T>> handlers;
    private final Set<String> furtherTopics;
    private final GapRule gaps;
    private final Retries retries;

    private EventSubscription(
            String name,
            SubscriberStore<T> store,
            Map<String, EventHandler<PublishedEvent, T>> handlers,
            Set<String> furtherTopics,
            GapRule gaps,
            Retries retries) {
        this.name = name;
        this.store = store;
        this.handlers = handlers;
        this.furtherTopics = furtherTopics;
        this.gaps = gaps;
        this.retries = retries;
    }

    /** @param name the consumer group, and the name under which positions are kept: another name begins from the beginning */
    public static Named named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a subscription has 1 to 120 of A-Z a-z 0-9 . _ - : " + name);
        }
        return new Named(name);
    }

    /** A subscription that does not know yet where it remembers. */
    public static final class Named {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        public <T> EventSubscription<T> remembering(SubscriberStore<T> store) {
            return new EventSubscription<>(name, store, Map.of(), Set.of(), GapRule.PARK, Retries.DEFAULT);
        }
    }

    /** @throws IllegalArgumentException when the type has a handler already, or is not for subscribers */
    public <E extends PublishedEvent> EventSubscription<T> on(Class<E> event, EventHandler<E, T> handler) {
        var contract = EventCatalogue.describe(event);
        if (FOR_SERVICES_ONLY.contains(contract.topic())) {
            throw new IllegalArgumentException(contract.type() + " is for Keshi's own services only");
        }
        var more = new LinkedHashMap<>(handlers);
        if (more.put(contract.type(), (received, transaction) -> handler.handle(received.as(event), transaction))
                != null) {
            throw new IllegalArgumentException(contract.type() + " has two handlers");
        }
        return new EventSubscription<>(name, store, more, furtherTopics, gaps, retries);
    }

    /**
     * Reads a topic of the subscriber's own as well, for example one that a replay writes to. {@link EventClient} reads it first, as long as
     * there is something in it.
     */
    public EventSubscription<T> alsoFrom(String topic) {
        var more = new LinkedHashSet<>(furtherTopics);
        more.add(topic);
        return new EventSubscription<>(name, store, handlers, more, gaps, retries);
    }

    /** {@link GapRule#PARK} unless something else is said. */
    public EventSubscription<T> gaps(GapRule rule) {
        return new EventSubscription<>(name, store, handlers, furtherTopics, rule, retries);
    }

    public EventSubscription<T> retries(Retries rule) {
        return new EventSubscription<>(name, store, handlers, furtherTopics, gaps, rule);
    }

    /** The same subscription over another store, as a test does that lets it fail. */
    public EventSubscription<T> remembering(SubscriberStore<T> other) {
        return new EventSubscription<>(name, other, handlers, furtherTopics, gaps, retries);
    }

    public String name() {
        return name;
    }

    public SubscriberStore<T> store() {
        return store;
    }

    public GapRule gaps() {
        return gaps;
    }

    public Retries retries() {
        return retries;
    }

    /** Every topic it reads. */
    public Set<String> topics() {
        return Stream.concat(types().stream().map(EventDescriptor::topic), furtherTopics.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The types it has handlers for, in the order in which they were added. */
    public List<EventDescriptor> types() {
        return handlers.keySet().stream()
                .map(type -> EventCatalogue.find(type).orElseThrow())
                .toList();
    }

    boolean isOwnTopic(String topic) {
        return furtherTopics.contains(topic);
    }

    /** Whether topics of the subscriber's own are read before this one. */
    boolean waitsForOwnTopics(String topic) {
        return !furtherTopics.isEmpty() && !isOwnTopic(topic);
    }

    Optional<EventHandler<PublishedEvent, T>> handler(String type) {
        return Optional.ofNullable(handlers.get(type));
    }
}
