package dev.keshi.launcher.history;

import java.util.Random;
import java.util.SortedSet;

/** One quarter of one department. The same seed gives the same quarter, whatever the others do and however often it is broken off. */
final class DepartmentQuarter {

    private static final int SEED = 1;

    private final Agenda agenda = new Agenda();
    private final QuarterFigures figures = new QuarterFigures();

    /** Looks at what was found weak in the quarter before, and plans the whole. */
    DepartmentQuarter(DepartmentCast cast, QuarterDays days) {
        var random = new Random(SEED * 1000L + days.number() * 10L + cast.place());
        var learning = new QuarterLearning(cast, days, figures);
        var appraisal = new QuarterAppraisal(cast, days, random, learning, figures);
        figures.people = cast.workers().size();
        agenda.on(0, appraisal::open);
        new QuarterWork(cast, days, random, learning, figures).plan(agenda);
        new QuarterWarning(cast, days, figures).plan(agenda);
        learning.plan(agenda);
        if (days.number() == cast.place() + 1) {
            new NewcomerOfTheQuarter(cast, days, figures).plan(agenda);
        }
        agenda.on(QuarterDays.COUNT - 1, appraisal::judge);
    }

    SortedSet<Integer> days() {
        return agenda.days();
    }

    void live(int day) {
        agenda.live(day);
    }

    QuarterFigures figures() {
        return figures;
    }
}
