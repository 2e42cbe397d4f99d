package dev.keshi.workflow.workitem.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.HistoryEntry;
import dev.keshi.workflow.workitem.Origin;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.WorkItem;
import dev.keshi.workflow.workitem.WorkItemStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A work item.
 *
 * @param departmentId where the owner works, or worked when it ended
 * @param assignerId absent when an event, a plan or the approval of a request led to it
 * @param origin PERSON, REQUEST, PLAN or EVENT
 * @param originReference what in there led to it, the id of a request for example; absent when a person just assigned it
 * @param firstDueDate by when it was due when it was assigned
 * @param late whether it is open and the due date has passed
 * @param timesReturned how often it was to be done again
 * @param reportedAt when the owner last said that it is done, while that counts
 * @param onTime whether that was on the due date or before
 * @param acceptedBy absent when nobody had to accept it
 * @param endedAt when it was completed or cancelled
 * @param leaderId who acts because whoever should act has left; absent while that is not so
 * @param names of the people that occur, by id; a person who was erased is absent
 * @param history oldest first; not in lists
 * @param revision what {@code If-Match} names, in quotation marks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItemView(
        String id,
        String title,
        @Nullable String description,
        WorkItemStatus.Kind status,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        Origin.Kind origin,
        @Nullable String originReference,
        Priority priority,
        LocalDate dueDate,
        LocalDate firstDueDate,
        boolean late,
        int timesReturned,
        Instant assignedAt,
        @Nullable Instant reportedAt,
        @Nullable Boolean onTime,
        @Nullable String acceptedBy,
        @Nullable Instant endedAt,
        @Nullable String leaderId,
        Map<String, String> names,
        @Nullable List<EntryView> history,
        long revision) {

    /**
     * @param what for example RETURNED
     * @param by absent when nobody did it
     * @param text the reason, or a remark
     * @param ownerId who has to do the work, or to decide about it, from then on, where that changed
     * @param dueDate by when, where that changed
     * @param departmentId where the owner works from then on, where that changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            HistoryEntry.What what,
            Instant at,
            @Nullable String by,
            @Nullable String text,
            @Nullable String ownerId,
            @Nullable LocalDate dueDate,
            @Nullable String departmentId) {

        static EntryView of(HistoryEntry entry) {
            return new EntryView(
                    entry.what(),
                    entry.at(),
                    value(entry.by()),
                    entry.text(),
                    value(entry.owner()),
                    entry.dueDate(),
                    entry.departmentId());
        }
    }

    /** @param detailed whether with its history */
    static WorkItemView of(Versioned<WorkItem> stored, boolean detailed, LocalDate today, Map<String, String> names) {
        var item = stored.state();
        var said = Said.of(item.status());
        return new WorkItemView(
                item.id().value(),
                item.wording().title(),
                item.wording().description().orElse(null),
                item.status().kind(),
                item.owner().person().value(),
                item.owner().departmentId(),
                value(item.assigner()),
                item.origin().kind(),
                item.origin().reference().orElse(null),
                item.priority(),
                item.dueDate(),
                item.firstDueDate(),
                item.isLate(today),
                item.timesReturned(),
                item.assignedAt(),
                said.reportedAt(),
                said.onTime(),
                value(said.acceptedBy()),
                said.endedAt(),
                value(item.standIn().orElse(null)),
                names,
                detailed ? item.history().stream().map(EntryView::of).toList() : null,
                stored.version());
    }

    /** Those it names. */
    static Stream<String> people(WorkItem item, boolean detailed) {
        var now = Stream.of(
                item.owner().person(),
                item.assigner(),
                Said.of(item.status()).acceptedBy(),
                item.standIn().orElse(null));
        var before = detailed
                ? item.history().stream().flatMap(entry -> Stream.of(entry.by(), entry.owner()))
                : Stream.<PersonId>empty();
        return Stream.concat(now, before)
                .filter(Objects::nonNull)
                .map(PersonId::value)
                .distinct();
    }

    /** What the status says beside its word. */
    private record Said(
            @Nullable Instant reportedAt,
            @Nullable Boolean onTime,
            @Nullable PersonId acceptedBy,
            @Nullable Instant endedAt) {

        static Said of(WorkItemStatus status) {
            return switch (status) {
                case WorkItemStatus.Open() -> new Said(null, null, null, null);
                case WorkItemStatus.Reported(var at, var onTime) -> new Said(at, onTime, null, null);
                case WorkItemStatus.Completed(var reportedAt, var onTime, var at, var by) ->
                    new Said(reportedAt, onTime, by, at);
                case WorkItemStatus.Cancelled(var at) -> new Said(null, null, null, at);
            };
        }
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
