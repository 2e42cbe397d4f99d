package dev.keshi.contracts;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a value that could be read is what its contract promises: nothing missing, not in what lies within it either, and keyed by its own
 * aggregate.
 */
public final class ContractCheck {

    private final EventDescriptor contract;
    private final Completeness completeness;
    private final MethodHandle key;

    public ContractCheck(EventDescriptor contract) {
        this.contract = contract;
        this.completeness = Completeness.of(contract.record());
        this.key = Arrays.stream(contract.record().getRecordComponents())
                .filter(component -> component.getName().equals(contract.key()))
                .findFirst()
                .map(Completeness::accessor)
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
        var missing = completeness.missingIn(data);
        if (missing != null) {
            return Optional.of("not a " + contract.type() + ": " + missing + " is missing");
        }
        var keyed = Completeness.read(key, data);
        return recordKey.equals(keyed)
                ? Optional.empty()
                : Optional.of("wrong key: " + contract.key() + " is " + keyed);
    }
}
