package dev.keshi.workflow.worklist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.workitem.WorkItemStatus;
import dev.keshi.workflow.worklist.WorkListEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the caller; what it is stands in the member of that name.
 *
 * @param day where it stands in the list: when the work is due, or when the approval was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkListEntryView(
        Kind kind,
        LocalDate day,
        @Nullable ApprovalView approval,
        @Nullable WorkView work) {

    /** What is asked of the caller. */
    enum Kind {
        /** To decide, or to claim, at {@code /tasks}. */
        APPROVAL,
        /** To do and to report, at {@code /work-items}. */
        WORK,
        /** To accept or to return, at {@code /work-items}. */
        ACCEPTANCE
    }

    /** @param initiatorName absent when the name cannot be read any more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApprovalView(
            String taskId,
            String stepName,
            String requestId,
            String requestNumber,
            String processName,
            String initiatorId,
            @Nullable String initiatorName,
            Instant requestedAt,
            long revision) {}

    /**
     * @param ownerName absent when the name cannot be read any more
     * @param assignerId absent when an event or a plan led to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkView(
            String workItemId,
            String title,
            LocalDate dueDate,
            String priority,
            int timesReturned,
            String ownerId,
            @Nullable String ownerName,
            @Nullable String assignerId,
            @Nullable String assignerName,
            long revision) {}

    static WorkListEntryView of(WorkListEntry.Approval entry, Map<String, String> names, EnglishNames english) {
        var request = entry.task().request();
        var task = entry.task().task();
        var initiator = request.state().initiator().value();
        var view = new ApprovalView(
                task.id().value(),
                english.step(task.step()).orElse(task.stepName()),
                request.state().id().value(),
                request.number(),
                english.process().orElse(request.state().definition().name()),
                initiator,
                names.get(initiator),
                request.state().startedAt(),
                task.revision());
        return new WorkListEntryView(Kind.APPROVAL, entry.day(), view, null);
    }

    static WorkListEntryView of(WorkListEntry.Work entry, Map<String, String> names) {
        var item = entry.item().state();
        var owner = item.owner().person().value();
        var assigner = item.assigner() == null ? null : item.assigner().value();
        var view = new WorkView(
                item.id().value(),
                item.wording().title(),
                item.dueDate(),
                item.priority().name(),
                item.timesReturned(),
                owner,
                names.get(owner),
                assigner,
                assigner == null ? null : names.get(assigner),
                entry.item().version());
        boolean open = item.status() instanceof WorkItemStatus.Open;
        return new WorkListEntryView(open ? Kind.WORK : Kind.ACCEPTANCE, entry.day(), null, view);
    }

    /** Those it names. */
    static List<String> people(WorkListEntry entry) {
        return switch (entry) {
            case WorkListEntry.Approval(var task, var _) ->
                List.of(task.request().state().initiator().value());
            case WorkListEntry.Work(var item) ->
                Stream.of(item.state().owner().person(), item.state().assigner())
                        .filter(Objects::nonNull)
                        .map(PersonId::value)
                        .toList();
        };
    }
}
