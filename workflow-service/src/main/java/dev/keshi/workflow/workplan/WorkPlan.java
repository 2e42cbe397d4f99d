package dev.keshi.workflow.workplan;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.workflow.workplan.WorkPlanDocument.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan of a department: what recurs, and how far its days were looked at. */
final class WorkPlan {

    /** What the service missed is made up for so many days back; what fell before is not. */
    static final int MADE_UP_DAYS = 7;

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
        entries = entries.stream().map(entry -> entry.lookedAtFrom(stamp.day())).toList();
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
                .map(entry -> from(entry).isAfter(day) ? entry : entry.lookedAtFrom(day.plusDays(1)))
                .toList();
        if (content.isOver(day)) {
            end(Optional.empty(), stamp);
        }
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
        if (status != WorkPlanStatus.ACTIVE) {
            return List.of();
        }
        return entries.stream().flatMap(entry -> fallen(entry, first, last)).toList();
    }

    private Stream<Occurrence> fallen(Entry entry, LocalDate first, LocalDate last) {
        var recurrence = entry.recurrence();
        var begin = latest(first, latest(from(entry), content.validFrom()));
        var end = content.validUntil().filter(until -> until.isBefore(last)).orElse(last);
        return Stream.iterate(
                        recurrence.onOrAfter(begin),
                        day -> !day.isAfter(end),
                        day -> recurrence.onOrAfter(day.plusDays(1)))
                .map(day -> occurrence(entry, recurrence, day));
    }

    private Occurrence occurrence(Entry entry, Recurrence recurrence, LocalDate day) {
        var period = recurrence.periodOf(day);
        return new Occurrence(entry.id(), entry.recurring(), day, period, id.value() + '/' + entry.id() + '/' + period);
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
                nextOn(),
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

    /** On the day after its last one there is to be ended. */
    private @Nullable LocalDate nextOn() {
        if (status != WorkPlanStatus.ACTIVE) {
            return null;
        }
        return Stream.concat(
                        content.validUntil().map(until -> until.plusDays(1)).stream(),
                        entries.stream()
                                .map(entry -> entry.recurrence().onOrAfter(latest(from(entry), content.validFrom()))))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** An entry that falls as before goes on where it was; one that is new, or falls otherwise, begins today. */
    private List<Entry> entriesOf(PlanContent next, LocalDate today) {
        PlannedEntries.require(next, entries);
        var revised = new ArrayList<Entry>();
        for (var entry : next.entries()) {
            var before = entry.id().flatMap(known -> PlannedEntries.find(entries, known));
            var from = status == WorkPlanStatus.ACTIVE
                    ? before.filter(old -> old.fallsAs(entry.recurring()))
                            .map(WorkPlan::from)
                            .orElse(today)
                    : null;
            var name = before.map(Entry::id).orElseGet(() -> Integer.toString(++entriesEver));
            revised.add(Entry.of(name, entry.recurring(), from));
        }
        return revised;
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

    private static LocalDate from(Entry entry) {
        return Objects.requireNonNull(entry.from());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
