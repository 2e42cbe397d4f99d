package dev.keshi.workflow.workplan;

import dev.keshi.workflow.workplan.WorkPlanDocument.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** On which days the entries of an active plan fall. */
record PlannedDays(WorkPlanId plan, PlanContent content, List<Entry> entries) {

    PlannedDays {
        entries = List.copyOf(entries);
    }

    /** Not looked at yet, from the first of these days to the last one. */
    List<Occurrence> unseen(LocalDate first, LocalDate last) {
        return entries.stream()
                .flatMap(entry -> fallen(entry, latest(first, from(entry)), last))
                .toList();
    }

    /** Looked at already, on this first day or later, and in the period that the other day lies in: one of an entry at most. */
    List<Occurrence> seen(LocalDate first, LocalDate day) {
        return entries.stream().flatMap(entry -> seen(entry, first, day)).toList();
    }

    private Stream<Occurrence> seen(Entry entry, LocalDate first, LocalDate day) {
        var since = entry.since();
        if (since == null) {
            return Stream.empty();
        }
        var running = entry.recurrence().periodOf(day);
        return fallen(entry, latest(first, since), earliest(day, from(entry).minusDays(1)))
                .filter(occurrence -> occurrence.period().equals(running));
    }

    /** The next one to look at. On the day after the last one there is to be ended. */
    LocalDate next() {
        return Stream.concat(
                        content.validUntil().map(until -> until.plusDays(1)).stream(),
                        entries.stream()
                                .map(entry -> entry.recurrence().onOrAfter(latest(from(entry), content.validFrom()))))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Occurrence> fallen(Entry entry, LocalDate first, LocalDate last) {
        var recurrence = entry.recurrence();
        var begin = latest(first, content.validFrom());
        var end = content.validUntil().map(until -> earliest(until, last)).orElse(last);
        return Stream.iterate(
                        recurrence.onOrAfter(begin),
                        day -> !day.isAfter(end),
                        day -> recurrence.onOrAfter(day.plusDays(1)))
                .map(day -> occurrence(entry, recurrence, day));
    }

    private Occurrence occurrence(Entry entry, Recurrence recurrence, LocalDate day) {
        var period = recurrence.periodOf(day);
        return new Occurrence(
                entry.id(), entry.recurring(), day, period, plan.value() + '/' + entry.id() + '/' + period);
    }

    static LocalDate from(Entry entry) {
        return Objects.requireNonNull(entry.from());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
