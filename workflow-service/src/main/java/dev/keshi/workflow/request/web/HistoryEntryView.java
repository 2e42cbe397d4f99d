package dev.keshi.workflow.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceEvent;
import dev.keshi.workflow.engine.Remark;
import dev.keshi.workflow.request.Request;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history.
 *
 * @param what for example task-approved; stable
 * @param by person who did it; absent when the engine did
 * @param byName absent when the name cannot be read any more
 * @param work what the request gave by being approved; reason says why its owner is the owner
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntryView(
        long sequence,
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String byName,
        @Nullable String taskId,
        @Nullable String stepId,
        @Nullable String stepName,
        @Nullable String remark,
        TaskView.@Nullable ReasonView reason,
        @Nullable GivenWorkView work) {

    static HistoryEntryView of(Request request, HistoryEntry entry, Map<String, String> names, EnglishNames english) {
        var event = entry.event();
        var task = event instanceof InstanceEvent.OfTask ofTask ? ofTask : null;
        var by = entry.by() == null ? null : entry.by().value();
        return new HistoryEntryView(
                entry.sequence(),
                entry.at(),
                word(event),
                by,
                by == null ? null : names.get(by),
                task == null ? null : task.task().value(),
                task == null ? null : task.step().value(),
                task == null ? null : english.step(task.step()).orElse(task.stepName()),
                remark(event),
                reason(event),
                event instanceof InstanceEvent.WorkGiven(var work, var _)
                        ? GivenWorkView.of(request, work, english)
                        : null);
    }

    /** Movements inside the graph are for engineers; people see what people did and what was decided. */
    static boolean concernsPeople(HistoryEntry entry) {
        return !(entry.event() instanceof InstanceEvent.OfToken)
                || entry.event() instanceof InstanceEvent.StepDecidedByRule;
    }

    private static String word(InstanceEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<!^)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable String remark(InstanceEvent event) {
        Remark remark = switch (event) {
            case InstanceEvent.Commented commented -> commented.remark();
            case InstanceEvent.OfDecision decided -> decided.remark();
            case InstanceEvent.TaskReassigned reassigned -> reassigned.remark();
            case InstanceEvent.InstanceWithdrawn withdrawn -> withdrawn.remark();
            case InstanceEvent.InstanceTerminated terminated -> terminated.remark();
            case InstanceEvent.InstanceStarted _,
                    InstanceEvent.InstanceCompleted _,
                    InstanceEvent.TaskOpened _,
                    InstanceEvent.TaskClaimed _,
                    InstanceEvent.TaskReleased _,
                    InstanceEvent.TaskCancelled _,
                    InstanceEvent.OfToken _,
                    InstanceEvent.WorkGiven _ -> Remark.none();
        };
        return remark.isBlank() ? null : remark.text();
    }

    private static TaskView.@Nullable ReasonView reason(InstanceEvent event) {
        ApproverReason reason = switch (event) {
            case InstanceEvent.TaskOpened opened -> opened.reason();
            case InstanceEvent.TaskReassigned reassigned -> reassigned.reason();
            case InstanceEvent.StepDecidedByRule decided -> decided.reason();
            case InstanceEvent.WorkGiven given -> given.reason();
            case InstanceEvent.OfInstance _,
                    InstanceEvent.TaskClaimed _,
                    InstanceEvent.TaskReleased _,
                    InstanceEvent.OfDecision _,
                    InstanceEvent.TaskCancelled _,
                    InstanceEvent.TokenCreated _,
                    InstanceEvent.TokenMoved _,
                    InstanceEvent.TokenForked _,
                    InstanceEvent.TokensJoined _,
                    InstanceEvent.TokenEnded _ -> null;
        };
        return reason == null ? null : TaskView.ReasonView.of(reason);
    }
}
