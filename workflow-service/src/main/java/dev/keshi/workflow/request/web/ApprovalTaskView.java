package dev.keshi.workflow.request.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.request.ApprovalTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task in a work list.
 *
 * @param initiatorName absent when the name cannot be read any more
 */
record ApprovalTaskView(
        @JsonUnwrapped TaskView task,
        String requestId,
        String requestNumber,
        String processKey,
        String processName,
        String initiatorId,
        @Nullable String initiatorName,
        Instant requestedAt) {

    static ApprovalTaskView of(ApprovalTask item, java.util.Map<String, String> names, EnglishNames english) {
        var state = item.request().state();
        return new ApprovalTaskView(
                TaskView.of(item.task(), english),
                state.id().value(),
                item.request().number(),
                state.definition().key().value(),
                english.process().orElse(state.definition().name()),
                state.initiator().value(),
                names.get(state.initiator().value()),
                state.startedAt());
    }
}
