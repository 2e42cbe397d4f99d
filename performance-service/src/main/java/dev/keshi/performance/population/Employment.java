package dev.keshi.performance.population;

import dev.keshi.performance.population.EmploymentFact.Left;
import dev.keshi.performance.population.EmploymentFact.ReportsTo;
import dev.keshi.performance.population.EmploymentFact.Works;
import dev.keshi.performance.scoring.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A person's time in the enterprise. @param facts in the order in which they were published */
public record Employment(List<EmploymentFact> facts) {

    public Employment {
        facts = List.copyOf(facts);
    }

    public boolean isEmployedOn(LocalDate day) {
        return on(day).isPresent();
    }

    /** Where the person works on a day. */
    public Optional<Held> on(LocalDate day) {
        return held(new Period(day, day)).stream().findFirst();
    }

    /**
     * What was held within a period, in order of time and cut to its days. A new superior alone does not end it: the work and
     * its standard are the same, and the last superior judges.
     */
    public List<Held> held(Period within) {
        var held = new ArrayList<Held>();
        Optional<Works> now = Optional.empty();
        for (var fact : facts) {
            switch (fact) {
                case Works works -> {
                    if (now.filter(before -> isSameWork(before, works)).isPresent()) {
                        now = underSuperiorOf(now, works.from(), works.reportsTo(), within);
                    } else {
                        now.ifPresent(before -> add(held, before, works.from().minusDays(1), within));
                        now = Optional.of(works);
                    }
                }
                case Left left -> {
                    now.ifPresent(before -> add(held, before, left.from().minusDays(1), within));
                    now = Optional.empty();
                }
                case ReportsTo(var from, var superior) -> now = underSuperiorOf(now, from, superior, within);
            }
        }
        now.ifPresent(last -> add(held, last, within.last(), within));
        return held;
    }

    /**
     * The days within a period on which the person had left, in order of time; whoever was taken on again is not away any more. Days before
     * the person ever worked here are none of them.
     */
    public List<Period> away(Period within) {
        var away = new ArrayList<Period>();
        var from = firstLeft().map(left -> left.isBefore(within.first()) ? within.first() : left);
        if (from.isEmpty()) {
            return away;
        }
        var next = from.get();
        for (var held : held(within)) {
            var days = held.days();
            if (days.first().isAfter(next)) {
                away.add(new Period(next, days.first().minusDays(1)));
            }
            if (!days.last().isBefore(next)) {
                next = days.last().plusDays(1);
            }
        }
        if (!next.isAfter(within.last())) {
            away.add(new Period(next, within.last()));
        }
        return away;
    }

    /** From when a person who had left on a day was away; empty when that one had not left. */
    public Optional<LocalDate> awaySince(LocalDate day) {
        var away = away(new Period(LocalDate.MIN, day));
        return away.isEmpty() || away.getLast().last().isBefore(day)
                ? Optional.empty()
                : Optional.of(away.getLast().first());
    }

    private Optional<LocalDate> firstLeft() {
        return facts.stream()
                .filter(fact -> fact instanceof Left)
                .map(EmploymentFact::from)
                .min(Comparator.naturalOrder());
    }

    private static boolean isSameWork(Works one, Works other) {
        return one.departmentId().equals(other.departmentId())
                && one.positionId().equals(other.positionId());
    }

    private static Optional<Works> underSuperiorOf(
            Optional<Works> now, LocalDate from, Optional<String> superior, Period within) {
        return from.isAfter(within.last())
                ? now
                : now.map(works -> new Works(works.from(), works.departmentId(), works.positionId(), superior));
    }

    private static void add(List<Held> held, Works works, LocalDate last, Period within) {
        var from = works.from().isBefore(within.first()) ? within.first() : works.from();
        var to = last.isAfter(within.last()) ? within.last() : last;
        if (!to.isBefore(from)) {
            held.add(new Held(works.departmentId(), works.positionId(), works.reportsTo(), new Period(from, to)));
        }
    }
}
