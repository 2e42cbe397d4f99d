package dev.keshi.workflow.definition;

import java.util.Map;
import java.util.Optional;

/**
 * What the author of a process calls it and its steps in English; what has no English name is called as it is written.
 *
 * @param work names of the work that an approved request gives, by its id
 */
public record EnglishNames(Optional<String> process, Map<StepId, String> steps, Map<String, String> work) {

    public EnglishNames {
        steps = Map.copyOf(steps);
        work = Map.copyOf(work);
    }

    public static EnglishNames none() {
        return new EnglishNames(Optional.empty(), Map.of(), Map.of());
    }

    public Optional<String> step(StepId id) {
        return Optional.ofNullable(steps.get(id));
    }

    public Optional<String> work(String id) {
        return Optional.ofNullable(work.get(id));
    }
}
