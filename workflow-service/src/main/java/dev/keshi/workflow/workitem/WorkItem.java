package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.HistoryEntry.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that one person has to do by a day.
 *
 * @param assigner who assigned it; absent when an event, a plan or the approval of a request led to it
 * @param firstDueDate by when it was due when it was assigned
 * @param lateRecorded whether it has been told that the due date passed; a new due date begins anew
 * @param timesReturned how often it was to be done again
 * @param leavers who has to do with it and has left
 * @param history oldest first
 */
public record WorkItem(
        WorkItemId id,
        Wording wording,
        Owner owner,
        @Nullable PersonId assigner,
        Origin origin,
        Priority priority,
        Instant assignedAt,
        LocalDate firstDueDate,
        LocalDate dueDate,
        WorkItemStatus status,
        boolean lateRecorded,
        int timesReturned,
        Leavers leavers,
        List<HistoryEntry> history) {

    static final int FURTHEST_YEARS = 10;
    static final int MOST_ENTRIES = 200;

    public WorkItem {
        history = List.copyOf(history);
    }

    /** @param assigner absent when an event, a plan or the approval of a request led to it */
    static Decision assign(
            WorkItemId id,
            Wording wording,
            Owner owner,
            @Nullable PersonId assigner,
            Origin origin,
            LocalDate dueDate,
            Priority priority,
            Moment now) {
        var entry = new HistoryEntry(What.ASSIGNED, now.at(), assigner, null, owner.person(), dueDate);
        var item = new WorkItem(
                id,
                wording,
                owner,
                assigner,
                origin,
                priority,
                now.at(),
                dueDate,
                dueDate,
                new WorkItemStatus.Open(),
                false,
                0,
                Leavers.NOBODY,
                List.of(entry));
        return new Decision(item, List.of(new WorkItemEvent.Assigned()));
    }

    /** What a person may choose as a due date. */
    static void requireDueDate(LocalDate dueDate, Moment now) {
        if (dueDate.isBefore(now.day())) {
            throw new WorkItemProblem.DueInThePast();
        }
        if (dueDate.isAfter(now.day().plusYears(FURTHEST_YEARS))) {
            throw new WorkItemProblem.DueTooFarAway();
        }
    }

    /** Whose move it is: the owner's while it is open, whoever has to accept it once it is reported; a leader's where that person has left. */
    public Optional<PersonId> waitsFor() {
        return standIn().or(() -> switch (status) {
            case WorkItemStatus.Open() -> Optional.of(owner.person());
            case WorkItemStatus.Reported _ -> Optional.ofNullable(assigner);
            case WorkItemStatus.Completed _, WorkItemStatus.Cancelled _ -> Optional.empty();
        });
    }

    /** Whether whoever should act has left. */
    boolean abandoned() {
        return switch (status) {
            case WorkItemStatus.Open() -> leavers.owner();
            case WorkItemStatus.Reported _ -> leavers.assigner();
            case WorkItemStatus.Completed _, WorkItemStatus.Cancelled _ -> false;
        };
    }

    /** Who acts because whoever should act has left; empty while that is not so, or where there is nobody. */
    public Optional<PersonId> standIn() {
        return abandoned() ? leavers.leader() : Optional.empty();
    }

    /** Whether it is open and the due date has passed, told already or not. */
    public boolean isLate(LocalDate today) {
        return status instanceof WorkItemStatus.Open && dueDate.isBefore(today);
    }

    /** Where nobody else assigned the work nobody has to accept it. */
    Decision report(PersonId by, Optional<String> remark, Moment now) {
        if (!by.equals(owner.person())) {
            throw new WorkItemProblem.NotOwner();
        }
        requireOpen();
        boolean onTime = !now.day().isAfter(dueDate);
        var entry = new HistoryEntry(What.REPORTED, now.at(), by, remark.orElse(null), null, null);
        if (assigner == null || assigner.equals(by)) {
            return completed(new WorkItemStatus.Completed(now.at(), onTime, now.at(), null), entry);
        }
        var reported = new WorkItemStatus.Reported(now.at(), onTime);
        return decision(
                        with(owner, dueDate, reported, lateRecorded, timesReturned, entry),
                        new WorkItemEvent.Reported(reported))
                .toStandIn();
    }

    /** @param leads whether that person leads the owner's department */
    Decision accept(PersonId by, boolean leads, Optional<String> remark, Moment now) {
        var reported = requireReported(by, leads);
        return completed(
                new WorkItemStatus.Completed(reported.at(), reported.onTime(), now.at(), by),
                new HistoryEntry(What.ACCEPTED, now.at(), by, remark.orElse(null), null, null));
    }

    /** @param leads whether that person leads the owner's department */
    Decision returnForRework(PersonId by, boolean leads, String reason, Moment now) {
        requireReported(by, leads);
        requireRoom();
        var entry = new HistoryEntry(What.RETURNED, now.at(), by, reason, null, null);
        return decision(
                        with(owner, dueDate, new WorkItemStatus.Open(), lateRecorded, timesReturned + 1, entry),
                        new WorkItemEvent.Returned(by))
                .toStandIn();
    }

    /** @param leads whether that person leads the owner's department */
    Decision transfer(PersonId by, boolean leads, Owner next, String reason, Moment now) {
        requireInCharge(by, leads);
        requireOpen();
        requireRoom();
        if (next.person().equals(owner.person())) {
            throw new WorkItemProblem.SameOwner();
        }
        var entry = new HistoryEntry(What.TRANSFERRED, now.at(), by, reason, next.person(), null);
        return decision(
                with(next, dueDate, status, lateRecorded, timesReturned, entry)
                        .with(next, leavers.withOwner(false), List.of()),
                new WorkItemEvent.Transferred(owner.person(), by));
    }

    /** @param leads whether that person leads the owner's department */
    Decision changeDueDate(PersonId by, boolean leads, LocalDate next, String reason, Moment now) {
        requireInCharge(by, leads);
        requireOpen();
        requireRoom();
        if (next.equals(dueDate)) {
            throw new WorkItemProblem.SameDueDate();
        }
        requireDueDate(next, now);
        var entry = new HistoryEntry(What.DUE_DATE_CHANGED, now.at(), by, reason, null, next);
        return decision(
                with(owner, next, status, false, timesReturned, entry), new WorkItemEvent.DueDateChanged(dueDate, by));
    }

    /** @param leads whether that person leads the owner's department */
    Decision cancel(PersonId by, boolean leads, String reason, Moment now) {
        requireInCharge(by, leads);
        requireNotEnded();
        var entry = new HistoryEntry(What.CANCELLED, now.at(), by, reason, null, null);
        return decision(
                with(owner, dueDate, new WorkItemStatus.Cancelled(now.at()), lateRecorded, timesReturned, entry),
                new WorkItemEvent.Cancelled(by));
    }

    /**
     * What it was ordered for is over. Whoever did that, and has this work, has done it; else nobody needs to do it any more.
     *
     * @param done when it was done
     */
    Decision over(Optional<PersonId> doneBy, Moment done, Moment now) {
        if (waitsFor().isEmpty()) {
            return new Decision(this, List.of());
        }
        if (status instanceof WorkItemStatus.Open
                && doneBy.filter(owner.person()::equals).isPresent()) {
            return report(owner.person(), Optional.empty(), done.at().isBefore(assignedAt) ? now : done);
        }
        var entry = new HistoryEntry(What.CANCELLED, now.at(), null, null, null, null);
        return decision(
                with(owner, dueDate, new WorkItemStatus.Cancelled(now.at()), lateRecorded, timesReturned, entry),
                new WorkItemEvent.Cancelled(null));
    }

    /** Nothing when it is not late, when that was told before, or when nobody is here who could be late with it. */
    Decision recordLate(Moment now) {
        if (!isLate(now.day()) || lateRecorded || leavers.owner()) {
            return new Decision(this, List.of());
        }
        var entry = new HistoryEntry(What.BECAME_LATE, now.at(), null, null, null, null);
        return decision(with(owner, dueDate, status, true, timesReturned, entry), new WorkItemEvent.BecameLate());
    }

    private Decision completed(WorkItemStatus.Completed completed, HistoryEntry entry) {
        return decision(
                with(owner, dueDate, completed, lateRecorded, timesReturned, entry),
                new WorkItemEvent.Completed(completed));
    }

    private WorkItemStatus.Reported requireReported(PersonId by, boolean leads) {
        requireInCharge(by, leads);
        requireNotEnded();
        if (status instanceof WorkItemStatus.Reported reported) {
            return reported;
        }
        throw new WorkItemProblem.NotReported();
    }

    /** Also leaders are not in charge of what they have to do themselves. */
    private void requireInCharge(PersonId by, boolean leads) {
        boolean leader = leads && !by.equals(owner.person());
        if (!leader && !by.equals(assigner)) {
            throw new WorkItemProblem.NotInCharge();
        }
    }

    private void requireOpen() {
        requireNotEnded();
        if (status instanceof WorkItemStatus.Reported) {
            throw new WorkItemProblem.AlreadyReported();
        }
    }

    private void requireNotEnded() {
        if (status instanceof WorkItemStatus.Completed || status instanceof WorkItemStatus.Cancelled) {
            throw new WorkItemProblem.Ended();
        }
    }

    /** It can always be reported, accepted and cancelled. */
    private void requireRoom() {
        if (history.size() >= MOST_ENTRIES) {
            throw new WorkItemProblem.ChangedTooOften();
        }
    }

    private WorkItem with(
            Owner owner, LocalDate dueDate, WorkItemStatus status, boolean late, int returned, HistoryEntry entry) {
        var more = new ArrayList<>(history);
        more.add(entry);
        return new WorkItem(
                id,
                wording,
                owner,
                assigner,
                origin,
                priority,
                assignedAt,
                firstDueDate,
                dueDate,
                status,
                late,
                returned,
                leavers,
                more);
    }

    /** The same for another standing of those who have to do with it. */
    WorkItem with(Owner itsOwner, Leavers left, List<HistoryEntry> entries) {
        var more = new ArrayList<>(history);
        more.addAll(entries);
        return new WorkItem(
                id,
                wording,
                itsOwner,
                assigner,
                origin,
                priority,
                assignedAt,
                firstDueDate,
                dueDate,
                status,
                lateRecorded,
                timesReturned,
                left,
                more);
    }

    private static Decision decision(WorkItem after, WorkItemEvent event) {
        return new Decision(after, List.of(event));
    }

    /** What follows from a command. */
    record Decision(WorkItem after, List<WorkItemEvent> events) {

        Decision then(Function<WorkItem, Decision> next) {
            var further = next.apply(after);
            return new Decision(
                    further.after(),
                    Stream.concat(events.stream(), further.events().stream()).toList());
        }

        /** Also tells of the leader who acts, where whoever should act next has left. */
        private Decision toStandIn() {
            return after.standIn().isEmpty()
                    ? this
                    : then(item -> new Decision(item, List.of(new WorkItemEvent.HandedOver(HandoverCause.of(item)))));
        }
    }
}
