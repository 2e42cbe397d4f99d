package dev.keshi.messaging.consumer;

import dev.keshi.contracts.ContractCheck;
import dev.keshi.contracts.Envelope;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.EventEnvelope;
import dev.keshi.messaging.EventJson;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a record of one of our topics, or says why it can never be read. */
final class EventReader {

    private static final Map<String, ContractCheck> CHECKS =
            EventCatalogue.all().stream().collect(Collectors.toMap(EventDescriptor::type, ContractCheck::new));

    private static final int MOST_OF_KEY = 500;

    private final EventJson json;

    EventReader(EventJson json) {
        this.json = json;
    }

    /** The envelope, of any type. What is larger than services publish could not be sent again by a replay. */
    RawEvent open(ConsumerRecord<String, byte[]> record) throws Unreadable {
        var event = envelope(record);
        if (event.json().length > EventEnvelope.MOST_BYTES) {
            throw new Unreadable(
                    Refusal.Kind.TOO_LARGE,
                    event.json().length + " bytes, and an event has at most " + EventEnvelope.MOST_BYTES);
        }
        return event;
    }

    /** The envelope, of any type and size. */
    RawEvent envelope(ConsumerRecord<String, byte[]> record) throws NoEvent {
        var envelope = EventEnvelope.of(record.headers());
        try {
            var type = envelope.type();
            if (record.key() == null || record.value() == null) {
                throw new NoEvent(record.key() == null ? "no key" : "no value");
            }
            if (record.key().length() > MOST_OF_KEY) {
                throw new NoEvent(
                        "a key of " + record.key().length() + " characters, and an id has at most " + MOST_OF_KEY);
            }
            return new RawEvent(
                    envelope.id(),
                    envelope.source(),
                    type,
                    record.topic(),
                    aggregate(type, envelope.subject()),
                    record.key(),
                    envelope.sequence(),
                    envelope.epoch(),
                    envelope.time(),
                    envelope.actor(),
                    envelope.traceparent(),
                    record.value());
        } catch (Envelope.Incomplete nobodys) {
            throw new NoEvent(nobodys.reason());
        }
    }

    /** The value, of a type that this release knows. */
    ReceivedEvent<PublishedEvent> read(RawEvent event) throws Unreadable {
        var contract = EventCatalogue.find(event.type())
                .orElseThrow(() -> new Unreadable(Refusal.Kind.UNKNOWN_TYPE, "unknown type " + event.type()));
        return new ReceivedEvent<>(
                event.id(),
                event.type(),
                event.topic(),
                contract.aggregate(),
                event.key(),
                event.sequence(),
                event.epoch(),
                event.time(),
                event.actor(),
                event.traceparent(),
                data(event, contract),
                event.json());
    }

    private static String aggregate(String type, @Nullable String subject) {
        return EventCatalogue.find(type)
                .map(EventDescriptor::aggregate)
                .orElseGet(() -> subject == null ? "" : subject.split("/", 2)[0]);
    }

    private PublishedEvent data(RawEvent event, EventDescriptor contract) throws Unreadable {
        if (!contract.topic().equals(event.topic())) {
            throw new Unreadable(contract.type() + " does not belong to " + event.topic());
        }
        try {
            PublishedEvent data = json.read(event.json(), contract.record());
            if (data == null) {
                throw new Unreadable("not a " + contract.type() + ": null");
            }
            var fault = Objects.requireNonNull(CHECKS.get(contract.type())).faultOf(data, event.key());
            if (fault.isPresent()) {
                throw new Unreadable(fault.get());
            }
            return data;
        } catch (JacksonException notSuchAnEvent) {
            throw new Unreadable("not a " + contract.type() + ": " + notSuchAnEvent.getOriginalMessage());
        }
    }

    /** Trying again cannot help. */
    static class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Unreadable(String reason) {
            this(Refusal.Kind.UNREADABLE, reason);
        }

        Unreadable(Refusal.Kind kind, String reason) {
            super(reason);
            this.refusal = Refusal.of(kind, reason);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** It has no complete envelope, so it is not known to be anything that we published. */
    static final class NoEvent extends Unreadable {
        private static final long serialVersionUID = 1L;

        NoEvent(String reason) {
            super(Refusal.Kind.FOREIGN, reason);
        }
    }
}
