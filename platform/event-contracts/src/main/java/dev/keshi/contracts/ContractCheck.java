package dev.keshi.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a value that could be read is what its contract promises: nothing missing, and keyed by its own aggregate. */
public final class ContractCheck {

    private final EventDescriptor contract;
    private final List<RecordComponent> required;
    private final RecordComponent key;

    public ContractCheck(EventDescriptor contract) {
        this.contract = contract;
        var components = Arrays.asList(contract.record().getRecordComponents());
        this.required = components.stream()
                .filter(component -> !component.getType().isPrimitive())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toList();
        this.key = components.stream()
                .filter(component -> component.getName().equals(contract.key()))
                .findFirst()
                .orElseThrow();
    }

    public EventDescriptor contract() {
        return contract;
    }

    /**
     * @param recordKey key of the record it came in
     * @return what is wrong; empty when nothing is
     */
    public Optional<String> faultOf(PublishedEvent data, String recordKey) {
        for (var component : required) {
            if (value(component, data) == null) {
                return Optional.of("not a " + contract.type() + ": " + component.getName() + " is missing");
            }
        }
        return recordKey.equals(value(key, data))
                ? Optional.empty()
                : Optional.of("wrong key: " + contract.key() + " is " + value(key, data));
    }

    private static @Nullable Object value(RecordComponent component, PublishedEvent data) {
        try {
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
