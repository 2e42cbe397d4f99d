package dev.keshi.events.client;

import dev.keshi.contracts.ContractCheck;
import dev.keshi.contracts.Envelope;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record, as far as the subscription is interested in it, or says why it can never be read. */
final class EventReader {

    /** As long as positions keep it; ours have some 30 characters. */
    private static final int LONGEST_ID = 200;

    private static final Set<String> COMPACTED = Topics.LAYOUTS.stream()
            .filter(Topics.Layout::compacted)
            .map(Topics.Layout::topic)
            .collect(Collectors.toUnmodifiableSet());

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final EventSubscription<?> subscription;
    private final Set<String> watched;
    private final Map<String, ContractCheck> checks = new HashMap<>();

    EventReader(EventSubscription<?> subscription) {
        this.subscription = subscription;
        this.watched = subscription.types().stream().map(EventReader::kind).collect(Collectors.toUnmodifiableSet());
        subscription.types().forEach(contract -> checks.put(contract.type(), new ContractCheck(contract)));
    }

    /**
     * A record that concerns the subscription.
     *
     * @param everyEventIsKept false on a compacted topic, where those that are missing tell nothing
     * @param event absent when it only moves the position of its aggregate
     */
    record Wanted(
            AggregateKey aggregate,
            Position position,
            String type,
            boolean everyEventIsKept,
            @Nullable ReceivedEvent<PublishedEvent> event) {

        Wanted withoutEvent() {
            return new Wanted(aggregate, position, type, everyEventIsKept, null);
        }
    }

    /** @return empty when the record is of no concern: a type that nobody handles here, be it unknown or not */
    Optional<Wanted> read(ConsumerRecord<byte[], byte[]> record) throws Unusable {
        if (record.key() == null) {
            throw new Unusable("no key");
        }
        try {
            return read(record, Headers.envelope(record));
        } catch (Envelope.Incomplete envelope) {
            throw new Unusable(envelope.reason());
        }
    }

    private Optional<Wanted> read(ConsumerRecord<byte[], byte[]> record, Envelope envelope)
            throws Unusable, Envelope.Incomplete {
        var type = envelope.type();
        var handled = checks.get(type);
        var kind = handled == null ? foreignKind(envelope, type) : kind(handled.contract());
        if (handled == null && !watched.contains(kind)) {
            return Optional.empty();
        }
        if (handled == null && subscription.gaps() == GapRule.ACCEPT) {
            return Optional.empty();
        }
        if (!mayBeAnId(Headers.key(record))) {
            throw new Unusable("a key that is no id");
        }
        var aggregate = new AggregateKey(subscription.name(), kind, Headers.key(record));
        var position = Headers.position(envelope);
        var event = handled == null ? null : event(record, envelope, handled, aggregate, position);
        return Optional.of(new Wanted(aggregate, position, type, !COMPACTED.contains(record.topic()), event));
    }

    /** The place of a record whose content cannot be read: when its envelope is complete and names the aggregate that its key does. */
    Optional<Wanted> place(ConsumerRecord<byte[], byte[]> record) {
        try {
            var envelope = Headers.envelope(record);
            var type = envelope.type();
            var handled = checks.get(type);
            var kind = handled == null ? foreignKind(envelope, type) : kind(handled.contract());
            var key = Headers.key(record);
            if (!watched.contains(kind) || !mayBeAnId(key) || !kind.endsWith("/" + aggregate(envelope, key))) {
                return Optional.empty();
            }
            return Optional.of(new Wanted(
                    new AggregateKey(subscription.name(), kind, key),
                    Headers.position(envelope),
                    type,
                    !COMPACTED.contains(record.topic()),
                    null));
        } catch (Envelope.Incomplete nobodys) {
            return Optional.empty();
        }
    }

    /** The kind of aggregate that the subject names, if it is the one of this key; else something that is no kind. */
    private static String aggregate(Envelope envelope, String key) throws Envelope.Incomplete {
        var subject = envelope.subject();
        return subject != null && subject.endsWith("/" + key)
                ? subject.substring(0, subject.length() - key.length() - 1)
                : "/";
    }

    private ReceivedEvent<PublishedEvent> event(
            ConsumerRecord<byte[], byte[]> record,
            Envelope envelope,
            ContractCheck check,
            AggregateKey aggregate,
            Position position)
            throws Unusable, Envelope.Incomplete {
        if (!check.contract().topic().equals(record.topic()) && !subscription.isOwnTopic(record.topic())) {
            throw new Unusable(check.contract().type() + " does not belong to " + record.topic());
        }
        return new ReceivedEvent<>(
                envelope.id(),
                check.contract().type(),
                record.topic(),
                aggregate,
                position,
                envelope.time(),
                envelope.actor(),
                envelope.traceparent(),
                data(record, check));
    }

    private PublishedEvent data(ConsumerRecord<byte[], byte[]> record, ContractCheck check) throws Unusable {
        if (record.value() == null) {
            throw new Unusable("no value");
        }
        PublishedEvent data;
        try {
            data = json.readValue(record.value(), check.contract().record());
        } catch (JacksonException | StackOverflowError notSuchAnEvent) {
            throw new Unusable("not a %s: %s".formatted(check.contract().type(), saying(notSuchAnEvent)));
        }
        if (data == null) {
            throw new Unusable("not a " + check.contract().type() + ": null");
        }
        var fault = check.faultOf(data, Headers.key(record));
        if (fault.isPresent()) {
            throw new Unusable(fault.get());
        }
        return data;
    }

    private static String saying(Throwable failure) {
        return failure instanceof JacksonException jackson ? jackson.getOriginalMessage() : "nested too deeply";
    }

    /** Something else would not fit into a store of positions, which would look like a store that is away. */
    private static boolean mayBeAnId(String key) {
        return key.length() <= LONGEST_ID && key.chars().noneMatch(Character::isISOControl);
    }

    private static String kind(EventDescriptor contract) {
        return contract.owner() + "/" + contract.aggregate();
    }

    /** Of a type without a handler: from the catalogue, or from the subject when this release does not know the type. */
    private static String foreignKind(Envelope envelope, String type) throws Envelope.Incomplete {
        var known = EventCatalogue.find(type);
        if (known.isPresent()) {
            return kind(known.get());
        }
        var parts = type.split("\\.", 4);
        var subject = envelope.subject();
        return parts.length < 4 || subject == null ? "" : parts[1] + "/" + subject.split("/", 2)[0];
    }

    /** Trying again cannot help. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
