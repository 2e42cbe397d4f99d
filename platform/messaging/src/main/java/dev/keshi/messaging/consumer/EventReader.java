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
import tools.jackson.core.JacksonException;

/** Reads a record of one of our topics, or says why it can never be read. */
final class EventReader {

    private static final Map<String, ContractCheck> CHECKS =
            EventCatalogue.all().stream().collect(Collectors.toMap(EventDescriptor::type, ContractCheck::new));

    private final EventJson json;

    EventReader(EventJson json) {
        this.json = json;
    }

    /** The envelope, of any type. */
    RawEvent open(ConsumerRecord<String, byte[]> record) throws NoEvent {
        var headers = record.headers();
        var type = required(headers, EventEnvelope.TYPE);
        if (record.key() == null || record.value() == null) {
            throw new NoEvent(record.key() == null ? "no key" : "no value");
        }
        return new RawEvent(
                required(headers, EventEnvelope.ID),
                text(headers, EventEnvelope.SOURCE),
                type,
                record.topic(),
                aggregate(type, headers),
                record.key(),
                sequence(headers),
                number(headers, EventEnvelope.EPOCH),
                time(headers),
                required(headers, EventEnvelope.ACTOR),
                text(headers, EventEnvelope.TRACE),
                record.value());
    }

    /** The value, of a type that this release knows. */
    ReceivedEvent<PublishedEvent> read(RawEvent event) throws Unreadable {
        var contract =
                EventCatalogue.find(event.type()).orElseThrow(() -> new Unreadable("unknown type " + event.type()));
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

    private static String aggregate(String type, Headers headers) {
        return EventCatalogue.find(type).map(EventDescriptor::aggregate).orElseGet(() -> {
            var subject = text(headers, EventEnvelope.SUBJECT);
            return subject == null ? "" : subject.split("/", 2)[0];
        });
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

    private static String required(Headers headers, String name) throws NoEvent {
        var value = text(headers, name);
        if (value == null || value.isBlank()) {
            throw new NoEvent("no header " + name);
        }
        return value;
    }

    private static long sequence(Headers headers) throws NoEvent {
        long sequence = number(headers, EventEnvelope.SEQUENCE);
        if (sequence < 1) {
            throw new NoEvent("sequence " + sequence + ", and the first is 1");
        }
        return sequence;
    }

    private static long number(Headers headers, String name) throws NoEvent {
        try {
            return Long.parseLong(required(headers, name));
        } catch (NumberFormatException notANumber) {
            throw new NoEvent("header " + name + " is not a number");
        }
    }

    private static Instant time(Headers headers) throws NoEvent {
        try {
            return Instant.parse(required(headers, EventEnvelope.TIME));
        } catch (DateTimeParseException notATime) {
            throw new NoEvent("header " + EventEnvelope.TIME + " is not a time");
        }
    }

    /** Trying again cannot help. */
    static class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /** It has no complete envelope, so it is not known to be anything that we published. */
    static final class NoEvent extends Unreadable {
        private static final long serialVersionUID = 1L;

        NoEvent(String reason) {
            super(reason);
        }
    }
}
