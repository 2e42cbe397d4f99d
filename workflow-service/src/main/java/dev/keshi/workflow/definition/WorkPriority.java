package dev.keshi.workflow.definition;

import java.util.Arrays;
import java.util.Optional;

/** How urgent the work is that a request gives, as written in {@code keshi:work}; the words are those of work items. */
public enum WorkPriority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /** As it stands in a process; empty when it is no such word. */
    static Optional<WorkPriority> parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.name().equals(text))
                .findFirst();
    }
}
