package dev.keshi.launcher.history;

import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.platform.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One quarter of some departments, day by day: each day that one of them has something to do, they do it side by side. */
final class HistoryQuarter {

    private final List<DepartmentCast> casts;
    private final EnterpriseClock clock;
    private final QuarterDays days;

    HistoryQuarter(List<DepartmentCast> casts, EnterpriseClock clock, QuarterDays days) {
        this.casts = List.copyOf(casts);
        this.clock = clock;
        this.days = days;
    }

    /** @return what was made, in one line */
    String live() {
        clock.forwardTo(days.first());
        if (days.number() == 1) {
            YearOfCourses.offer(casts.getFirst().personnel());
        }
        var departments = new ArrayList<DepartmentQuarter>();
        var lived = new TreeSet<Integer>();
        for (DepartmentCast cast : casts) {
            var department = new DepartmentQuarter(cast, days);
            departments.add(department);
            lived.addAll(department.days());
        }
        for (int day : lived) {
            clock.forwardTo(days.day(day));
            SideBySide.forEach(departments, department -> department.live(day));
        }
        clock.forwardTo(days.day(QuarterDays.COUNT));
        var figures = new QuarterFigures();
        departments.forEach(department -> figures.add(department.figures()));
        return "%s to %s: %s".formatted(days.first(), days.last(), figures);
    }
}
