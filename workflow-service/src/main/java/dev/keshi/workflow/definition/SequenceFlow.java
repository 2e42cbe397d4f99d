package dev.keshi.workflow.definition;

import dev.keshi.workflow.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The way from one step to the next.
 *
 * @param name what the modeller wrote on it, may be empty
 * @param condition when it is taken; only on flows that leave an exclusive gateway, absent on its default flow
 */
public record SequenceFlow(
        FlowId id,
        String name,
        StepId from,
        StepId to,
        @Nullable Condition condition) {}
