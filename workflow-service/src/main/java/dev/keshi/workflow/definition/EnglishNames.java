package dev.keshi.workflow.definition;

import java.util.Map;
import java.util.Optional;

/** What the author of a process calls it and its steps in English; what has no English name is called as it is written. */
public record EnglishNames(Optional<String> process, Map<StepId, String> steps) {

    public EnglishNames {
        steps = Map.copyOf(steps);
    }

    public static EnglishNames none() {
        return new EnglishNames(Optional.empty(), Map.of());
    }

    public Optional<String> step(StepId id) {
        return Optional.ofNullable(steps.get(id));
    }
}
