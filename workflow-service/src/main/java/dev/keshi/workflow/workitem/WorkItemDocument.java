package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A work item in the store.
 *
 * @param rank place of the priority among work that is due on the same day
 * @param waitsFor whose move it is; absent once nobody's
 * @param reportedAt of the last report, while it counts
 * @param acceptedBy absent when nobody had to accept it
 * @param endedAt when it was completed or cancelled
 * @param left who of those who have to do with it has left; absent while nobody has
 * @param leaderId who acts instead; absent while nobody has left, or where there is nobody
 */
record WorkItemDocument(
        String title,
        @Nullable String description,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        Origin.Kind origin,
        @Nullable String originReference,
        Priority priority,
        int rank,
        Instant assignedAt,
        LocalDate firstDueDate,
        LocalDate dueDate,
        WorkItemStatus.Kind status,
        @Nullable String waitsFor,
        @Nullable Instant reportedAt,
        @Nullable Boolean onTime,
        @Nullable String acceptedBy,
        @Nullable Instant endedAt,
        boolean lateRecorded,
        int timesReturned,
        Leavers.@Nullable Who left,
        @Nullable String leaderId,
        List<Entry> history) {

    WorkItemDocument {
        history = List.copyOf(history);
    }

    record Entry(
            HistoryEntry.What what,
            Instant at,
            @Nullable String by,
            @Nullable String text,
            @Nullable String ownerId,
            @Nullable LocalDate dueDate,
            @Nullable String departmentId) {

        static Entry of(HistoryEntry entry) {
            return new Entry(
                    entry.what(),
                    entry.at(),
                    value(entry.by()),
                    entry.text(),
                    value(entry.owner()),
                    entry.dueDate(),
                    entry.departmentId());
        }

        HistoryEntry toEntry() {
            return new HistoryEntry(what, at, person(by), text, person(ownerId), dueDate, departmentId);
        }
    }

    static WorkItemDocument of(WorkItem item) {
        var status = item.status();
        var completed = status instanceof WorkItemStatus.Completed done ? done : null;
        var reported = status instanceof WorkItemStatus.Reported said ? said : null;
        return new WorkItemDocument(
                item.wording().title(),
                item.wording().description().orElse(null),
                item.owner().person().value(),
                item.owner().departmentId(),
                value(item.assigner()),
                item.origin().kind(),
                item.origin().reference().orElse(null),
                item.priority(),
                item.priority().ordinal(),
                item.assignedAt(),
                item.firstDueDate(),
                item.dueDate(),
                status.kind(),
                item.waitsFor().map(PersonId::value).orElse(null),
                completed != null ? completed.reportedAt() : reported != null ? reported.at() : null,
                completed != null
                        ? (Boolean) completed.onTime()
                        : reported != null ? (Boolean) reported.onTime() : null,
                completed == null ? null : value(completed.acceptedBy()),
                completed != null ? completed.at() : status instanceof WorkItemStatus.Cancelled(var at) ? at : null,
                item.lateRecorded(),
                item.timesReturned(),
                item.leavers().who(),
                item.leavers().leader().map(PersonId::value).orElse(null),
                item.history().stream().map(Entry::of).toList());
    }

    WorkItem toWorkItem(String id) {
        return new WorkItem(
                new WorkItemId(id),
                new Wording(title, Optional.ofNullable(description)),
                new Owner(new PersonId(ownerId), departmentId),
                person(assignerId),
                new Origin(origin, Optional.ofNullable(originReference)),
                priority,
                assignedAt,
                firstDueDate,
                dueDate,
                statusOfItem(),
                lateRecorded,
                timesReturned,
                Leavers.of(left, person(leaderId)),
                history.stream().map(Entry::toEntry).toList());
    }

    private WorkItemStatus statusOfItem() {
        return switch (status) {
            case OPEN -> new WorkItemStatus.Open();
            case REPORTED -> new WorkItemStatus.Reported(there(reportedAt), there(onTime));
            case COMPLETED ->
                new WorkItemStatus.Completed(there(reportedAt), there(onTime), there(endedAt), person(acceptedBy));
            case CANCELLED -> new WorkItemStatus.Cancelled(there(endedAt));
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
