package dev.keshi.workflow.definition;

import dev.keshi.workflow.form.StartForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the engine executes of one version of a process. Immutable and complete: every id in it resolves.
 *
 * @param name what the modeller called the process, its key when there is none
 * @param steps in the order of the document
 */
public record ProcessGraph(
        ProcessKey key, String name, EnglishNames english, StepId start, StartForm form, Map<StepId, Step> steps) {

    /** Name of the variable that holds the decision before a gateway: approved, rejected, or null when none was made. */
    public static final String OUTCOME = "outcome";

    public ProcessGraph {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    public Step step(StepId id) {
        var step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("no step " + id + " in process " + key);
        }
        return step;
    }
}
