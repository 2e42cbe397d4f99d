package dev.keshi.messaging.consumer;

import static dev.keshi.messaging.EventEnvelope.text;

import dev.keshi.contracts.ContractCheck;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.EventEnvelope;
import dev.keshi.messaging.EventJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a record of one of our topics, or says why it can never be read. */
final class EventReader {

    private static final Map<String, ContractCheck> CHECKS =
            EventCatalogue.all().stream().collect(Collectors.toMap(EventDescriptor::type, ContractCheck::new));

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
        var envelope = new Envelope(record.headers());
        var type = required(envelope.type, EventEnvelope.TYPE);
        if (record.key() == null || record.value() == null) {
            throw new NoEvent(record.key() == null ? "no key" : "no value");
        }
        return new RawEvent(
                required(envelope.id, EventEnvelope.ID),
                envelope.source,
                type,
                record.topic(),
                aggregate(type, envelope.subject),
                record.key(),
                sequence(envelope),
                number(envelope.epoch, EventEnvelope.EPOCH),
                time(envelope),
                required(envelope.actor, EventEnvelope.ACTOR),
                envelope.trace,
                record.value());
    }

    /** Read in one pass: each search for one header goes through all of them. */
    private static final class Envelope {

        private @Nullable String id;
        private @Nullable String source;
        private @Nullable String type;
        private @Nullable String subject;
        private @Nullable String sequence;
        private @Nullable String epoch;
        private @Nullable String time;
        private @Nullable String actor;
        private @Nullable String trace;

        Envelope(Headers headers) {
            for (var header : headers) {
                switch (header.key()) {
                    case EventEnvelope.ID -> id = text(header);
                    case EventEnvelope.SOURCE -> source = text(header);
                    case EventEnvelope.TYPE -> type = text(header);
                    case EventEnvelope.SUBJECT -> subject = text(header);
                    case EventEnvelope.SEQUENCE -> sequence = text(header);
                    case EventEnvelope.EPOCH -> epoch = text(header);
                    case EventEnvelope.TIME -> time = text(header);
                    case EventEnvelope.ACTOR -> actor = text(header);
                    case EventEnvelope.TRACE -> trace = text(header);
                    default -> {
                        // Somebody else's, or what the catalogue knows already.
                    }
                }
            }
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

    private static String required(@Nullable String value, String name) throws NoEvent {
        if (value == null || value.isBlank()) {
            throw new NoEvent("no header " + name);
        }
        return value;
    }

    private static long sequence(Envelope envelope) throws NoEvent {
        long sequence = number(envelope.sequence, EventEnvelope.SEQUENCE);
        if (sequence < 1) {
            throw new NoEvent("sequence " + sequence + ", and the first is 1");
        }
        return sequence;
    }

    private static long number(@Nullable String value, String name) throws NoEvent {
        try {
            return Long.parseLong(required(value, name));
        } catch (NumberFormatException notANumber) {
            throw new NoEvent("header " + name + " is not a number");
        }
    }

    private static Instant time(Envelope envelope) throws NoEvent {
        try {
            return Instant.parse(required(envelope.time, EventEnvelope.TIME));
        } catch (DateTimeParseException notATime) {
            throw new NoEvent("header " + EventEnvelope.TIME + " is not a time");
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
