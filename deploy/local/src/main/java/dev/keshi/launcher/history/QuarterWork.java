package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.LeaveRequests;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.history.DepartmentCast.Worker;
import java.time.LocalDate;
import java.util.Random;

/** Everybody's work and absences. The later the quarter, the less work is late; of those who have taken a course for it, half of that. */
final class QuarterWork {

    private static final int MONTHS = 3;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int LATE_PERCENT_AT_FIRST = 45;
    private static final int LATE_PERCENT_LESS_EACH_QUARTER = 10;
    private static final int ABSENT_PERCENT = 50;
    private static final int FEW_DAYS = 5;

    private final DepartmentCast cast;
    private final QuarterDays days;
    private final Random random;
    private final QuarterLearning learning;
    private final QuarterFigures figures;

    QuarterWork(
            DepartmentCast cast, QuarterDays days, Random random, QuarterLearning learning, QuarterFigures figures) {
        this.cast = cast;
        this.days = days;
        this.random = random;
        this.learning = learning;
        this.figures = figures;
    }

    void plan(Agenda agenda) {
        for (int month = 0; month < MONTHS; month++) {
            int begin = month * DAYS_OF_A_MONTH;
            for (Worker worker : cast.workers()) {
                planWork(agenda, worker, begin, begin + 10);
                planWork(agenda, worker, begin, begin + 20);
                if (random.nextInt(100) < ABSENT_PERCENT) {
                    LocalDate absent = days.day(begin + 15);
                    agenda.on(begin, () -> takeADayOff(worker, absent));
                }
            }
        }
    }

    private void planWork(Agenda agenda, Worker worker, int begin, int due) {
        boolean late = random.nextInt(100) < latePercent(worker);
        String title =
                cast.kind().tasks().get(random.nextInt(cast.kind().tasks().size()));
        int few = random.nextInt(FEW_DAYS);
        var piece = new Piece(worker, title, days.day(due));
        agenda.on(begin, piece::assign);
        agenda.on(late ? due + 1 + few : due - few, piece::finish);
    }

    private int latePercent(Worker worker) {
        int percent = LATE_PERCENT_AT_FIRST - days.number() * LATE_PERCENT_LESS_EACH_QUARTER;
        return learning.isLearner(worker) ? percent / 2 : percent;
    }

    private void takeADayOff(Worker worker, LocalDate day) {
        var request = LeaveRequests.askForLeave(worker.caller(), day, 1, "个人事务");
        LeaveRequests.approve(cast.manager(), LeaveRequests.onlyTask(request), "同意");
        figures.absences++;
    }

    /** Work that is given to somebody. */
    private final class Piece {

        private final Worker owner;
        private final String title;
        private final LocalDate due;
        private String id = "";

        Piece(Worker owner, String title, LocalDate due) {
            this.owner = owner;
            this.title = title;
            this.due = due;
        }

        void assign() {
            id = WorkItems.assign(cast.manager(), owner.id(), title, due);
        }

        void finish() {
            WorkItems.report(owner.caller(), id, "已完成");
            WorkItems.accept(cast.manager(), id);
        }
    }
}
