package dev.keshi.workflow.workplan;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.workflow.workplan.WorkPlanDocument.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan of a department: what recurs, and how far its days were looked at. */
final class WorkPlan {

    /** What the service missed is made up for so many days back; what fell before is not. */
    static final int MADE_UP_DAYS = 7;

    /** So long after its work was given, and as often as that, those are looked for who were not known. */
    static final Duration AGAIN_AFTER = Duration.ofHours(1);

    /** What it missed before is said, so many days back. */
    private static final int TOLD_DAYS = 366;

    static final int MOST_LEFT_OUT = 50;

    private final WorkPlanId id;
    private final String departmentId;
    private final String draftedBy;
    private final Instant draftedAt;
    private final List<PublishedEvent> events = new ArrayList<>();
    private PlanContent content;
    private WorkPlanStatus status;
    private List<Entry> entries;
    private int entriesEver;
    private long revision;
    private @Nullable Instant activatedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant againAt;
    private List<LeftOut> leftOut;
    private @Nullable WorkPlanTurn turn;

    private WorkPlan(WorkPlanId id, WorkPlanDocument kept) {
        this.id = id;
        this.departmentId = kept.departmentId();
        this.draftedBy = kept.draftedBy();
        this.draftedAt = kept.draftedAt();
        this.content = kept.content();
        this.status = kept.status();
        this.entries = kept.entries();
        this.entriesEver = kept.entriesEver();
        this.revision = kept.revision();
        this.activatedAt = kept.activatedAt();
        this.endedAt = kept.endedAt();
        this.againAt = kept.againAt();
        this.leftOut = kept.leftOut();
    }

    private WorkPlan(WorkPlanId id, String departmentId, PlanContent content, Stamp stamp) {
        this.id = id;
        this.departmentId = departmentId;
        this.draftedBy = stamp.by();
        this.draftedAt = stamp.at();
        this.content = content;
        this.status = WorkPlanStatus.DRAFT;
        this.entries = List.of();
        this.leftOut = List.of();
    }

    static WorkPlan of(WorkPlanId id, WorkPlanDocument kept) {
        return new WorkPlan(id, kept);
    }

    static WorkPlan drafted(WorkPlanId id, String departmentId, PlanContent content, Stamp stamp) {
        content.requireDays();
        var plan = new WorkPlan(id, departmentId, content, stamp);
        plan.entries = plan.entriesOf(content, stamp.day());
        plan.done(WorkPlanChange.DRAFTED, stamp, Optional.empty());
        return plan;
    }

    PlanContent content() {
        return content;
    }

    String departmentId() {
        return departmentId;
    }

    /** @param seen the revision that the caller saw, where one has to */
    void requireRevision(OptionalLong seen) {
        if (seen.isPresent() && seen.getAsLong() != revision) {
            throw new AggregateFailure.Stale(id.value(), seen.getAsLong(), revision);
        }
    }

    /** Nothing happens when it says that already. What falls on days before today stays as it was. */
    void revise(PlanContent next, Optional<String> reason, Stamp stamp) {
        requireNotEnded();
        next.requireDays();
        var revised = entriesOf(next, stamp.day());
        if (status == WorkPlanStatus.ACTIVE) {
            next.requireNotOver(stamp.day());
        }
        if (next.equals(content)) {
            return;
        }
        content = next;
        entries = revised;
        done(WorkPlanChange.REVISED, stamp, reason);
        if (status == WorkPlanStatus.ACTIVE) {
            events.add(WorkPlanEvents.revised(id, toDocument()));
        }
    }

    /** It gives work of this day already. */
    void activate(Stamp stamp) {
        requireNotEnded();
        if (status == WorkPlanStatus.ACTIVE) {
            throw new WorkPlanProblem.AlreadyActive();
        }
        content.requireNotOver(stamp.day());
        status = WorkPlanStatus.ACTIVE;
        activatedAt = stamp.at();
        entries = entries.stream().map(entry -> entry.begunOn(stamp.day())).toList();
        done(WorkPlanChange.ACTIVATED, stamp, Optional.empty());
        events.add(WorkPlanEvents.activated(id, toDocument()));
    }

    void end(Optional<String> reason, Stamp stamp) {
        requireNotEnded();
        boolean gaveWork = status == WorkPlanStatus.ACTIVE;
        status = WorkPlanStatus.ENDED;
        endedAt = stamp.at();
        done(WorkPlanChange.ENDED, stamp, reason);
        if (gaveWork) {
            events.add(WorkPlanEvents.ended(id, toDocument(), stamp.day()));
        }
    }

    /** What has fallen on days up to this one, was not looked at and is not too long ago. */
    List<Occurrence> due(LocalDate day) {
        return fallen(day.minusDays(MADE_UP_DAYS), day);
    }

    /**
     * What was {@link #due} on that day was given, but for what was left out.
     *
     * @param out the newest last
     */
    void worked(LocalDate day, List<LeftOut> out, Stamp stamp) {
        if (status != WorkPlanStatus.ACTIVE) {
            return;
        }
        tell(day, out);
        entries = entries.stream()
                .map(entry -> PlannedDays.from(entry).isAfter(day) ? entry : entry.lookedAtFrom(day.plusDays(1)))
                .toList();
        lookAgain(day, stamp);
        if (content.isOver(day)) {
            end(Optional.empty(), stamp);
        }
    }

    /**
     * What was given, or left out, at most {@value #MADE_UP_DAYS} days ago in a period that still runs: the copy of the organisation may have been
     * late, so it is looked for whoever was there and has not got it.
     */
    List<Occurrence> again(LocalDate day) {
        return status == WorkPlanStatus.ACTIVE ? days().seen(day.minusDays(MADE_UP_DAYS), day) : List.of();
    }

    /**
     * What was to be given {@link #again} on that day was, but for what is still left out.
     *
     * @param out of it, some may have been given before, to those who have left since
     */
    void workedAgain(LocalDate day, List<LeftOut> out, Stamp stamp) {
        var given = new ArrayList<>(again(day));
        given.removeIf(occurrence -> out.stream().anyMatch(still -> still.isOf(occurrence)));
        leftOut = leftOut.stream()
                .filter(old -> given.stream().noneMatch(old::isOf))
                .toList();
        lookAgain(day, stamp);
    }

    private void lookAgain(LocalDate day, Stamp stamp) {
        againAt = again(day).isEmpty() ? null : stamp.at().plus(AGAIN_AFTER);
    }

    /** Of what was left out before and is given now nothing is said any more. */
    private void tell(LocalDate day, List<LeftOut> out) {
        var given = due(day);
        var missed = fallen(day.minusDays(TOLD_DAYS), day.minusDays(MADE_UP_DAYS + 1L)).stream()
                .map(occurrence -> occurrence.leftOut(LeftOut.Why.TOO_LONG_AGO));
        leftOut = Stream.of(
                        Stream.concat(missed, out.stream()),
                        leftOut.stream().filter(old -> given.stream().noneMatch(old::isOf)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(LeftOut::day).reversed())
                .limit(MOST_LEFT_OUT)
                .toList();
    }

    private List<Occurrence> fallen(LocalDate first, LocalDate last) {
        return status == WorkPlanStatus.ACTIVE ? days().unseen(first, last) : List.of();
    }

    private PlannedDays days() {
        return new PlannedDays(id, content, entries);
    }

    WorkPlanDocument toDocument() {
        return new WorkPlanDocument(
                departmentId,
                content.name(),
                content.nameEn().orElse(null),
                content.validFrom(),
                content.validUntil().orElse(null),
                status,
                entries,
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.ownerId()))
                        .distinct()
                        .toList(),
                entriesEver,
                revision,
                draftedBy,
                draftedAt,
                activatedAt,
                endedAt,
                status == WorkPlanStatus.ACTIVE ? days().next() : null,
                status == WorkPlanStatus.ACTIVE ? againAt : null,
                leftOut);
    }

    /** What happened since it was read. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** What happened since it was read, for its history; empty where nothing did that belongs there. */
    Optional<WorkPlanTurn> takeTurn() {
        var taken = Optional.ofNullable(turn);
        turn = null;
        return taken;
    }

    /** An entry that falls as before goes on where it was; one that is new, or falls otherwise, begins today. */
    private List<Entry> entriesOf(PlanContent next, LocalDate today) {
        PlannedEntries.require(next, entries);
        var revised = new ArrayList<Entry>();
        for (var entry : next.entries()) {
            var before = entry.id().flatMap(known -> PlannedEntries.find(entries, known));
            var name = before.map(Entry::id).orElseGet(() -> Integer.toString(++entriesEver));
            revised.add(before.filter(old -> old.fallsAs(entry.recurring()))
                    .map(old -> Entry.of(name, entry.recurring(), old.since(), old.from()))
                    .orElseGet(() -> begun(Entry.of(name, entry.recurring(), null, null), today)));
        }
        return revised;
    }

    private Entry begun(Entry entry, LocalDate today) {
        return status == WorkPlanStatus.ACTIVE ? entry.begunOn(today) : entry;
    }

    private void done(WorkPlanChange what, Stamp stamp, Optional<String> reason) {
        revision++;
        turn = new WorkPlanTurn(what, revision, stamp, reason);
    }

    private void requireNotEnded() {
        if (status == WorkPlanStatus.ENDED) {
            throw new WorkPlanProblem.Ended();
        }
    }
}
