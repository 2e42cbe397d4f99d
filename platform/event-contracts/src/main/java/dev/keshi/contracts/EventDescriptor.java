package dev.keshi.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the catalogue says of one event type; see {@link EventContract} for the parts. */
public record EventDescriptor(
        String type,
        String topic,
        String aggregate,
        String key,
        String en,
        String zh,
        Class<? extends PublishedEvent> record) {

    static EventDescriptor of(Class<? extends PublishedEvent> event) {
        var contract = event.getAnnotation(EventContract.class);
        if (contract == null || !event.isRecord()) {
            throw new IllegalArgumentException(event.getName() + " must be a record with @EventContract");
        }
        return new EventDescriptor(
                contract.type(),
                contract.topic(),
                contract.aggregate(),
                contract.key(),
                contract.en(),
                contract.zh(),
                event);
    }

    /**
     * Who publishes it and answers for it: {@code org} for {@code keshi.org.department-moved.v1}. {@code operations} is the messaging kit that every
     * service has.
     */
    public String owner() {
        return type.split("\\.", 4)[1];
    }

    /** Wrapped keys of personal data concern services only; everything else may be subscribed to by anybody. */
    public boolean isForSubscribers() {
        return !topic.equals(Topics.PERSON_KEYS);
    }

    /** Names of the fields that are {@link Confidential}. */
    public Set<String> confidential() {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Confidential.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Address of its JSON Schema at the gateway, which is what {@code ce_dataschema} says. */
    public String schemaAddress() {
        return "/events/schemas/" + type + ".json";
    }

    /** One complete event as JSON: what stands on the wire. */
    public String example() {
        try (var golden = EventDescriptor.class.getResourceAsStream("/golden/" + type + ".json")) {
            if (golden == null) {
                throw new IllegalStateException("There is no example of " + type);
            }
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
