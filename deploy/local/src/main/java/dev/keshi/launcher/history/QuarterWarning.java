package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Risks;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.history.DepartmentCast.Worker;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Day by day a figure of the department is reported, that of the day before. It slips: a warning that opens an assessment, a measure that somebody finds in the work list and does, and the end, verified. */
final class QuarterWarning {

    private static final int SLIPS = 40;
    private static final int DUE = 70;
    private static final int DONE = 58;
    private static final int ENDS = 61;
    private static final int DAYS_OF_SLIPPING = 5;
    private static final int ABOVE = 12;
    private static final int WELL_AGAIN = 6;

    private final DepartmentCast cast;
    private final QuarterDays days;
    private final QuarterFigures figures;
    private final Worker owner;
    private final Worker colleague;
    private final String measureTitle;
    private String risk = "";
    private String indicator = "";
    private String warning = "";
    private String measure = "";

    QuarterWarning(DepartmentCast cast, QuarterDays days, QuarterFigures figures) {
        this.cast = cast;
        this.days = days;
        this.figures = figures;
        this.owner = cast.workers().getFirst();
        this.colleague = cast.workers().getLast();
        // Its day tells it apart from that of another quarter.
        this.measureTitle = "整改“%s”（%s）".formatted(cast.kind().figure(), days.day(SLIPS));
    }

    void plan(Agenda agenda) {
        agenda.on(0, this::watch);
        agenda.on(SLIPS, this::slip);
        agenda.on(SLIPS + 1, this::answer);
        agenda.on(DONE, this::carryOut);
        agenda.on(ENDS, this::verify);
    }

    private void watch() {
        String title = cast.kind()
                .risks()
                .get((days.number() - 1) % cast.kind().risks().size());
        risk = Risks.register(owner.caller(), cast.departmentId(), title, "季度风险识别中发现")
                .path("id")
                .asString();
        indicator = Risks.watch(owner.caller(), risk, cast.kind().figure());
    }

    private void slip() {
        var values = new TreeMap<LocalDate, Integer>();
        for (int ago = 0; ago < DAYS_OF_SLIPPING; ago++) {
            values.put(days.day(SLIPS - 1 - ago), ABOVE - ago);
        }
        warning = Risks.report(owner.caller(), indicator, values)
                .path("warningId")
                .asString("");
        if (warning.isEmpty()) {
            throw new CallFailure("the risk indicator %s does not warn at %d".formatted(indicator, ABOVE));
        }
        Risks.takeNote(owner.caller(), warning);
    }

    private void answer() {
        Risks.reduce(cast.manager(), risk, "影响部门目标");
        measure = Risks.planMeasure(cast.manager(), risk, colleague.id(), measureTitle, days.day(DUE));
    }

    /** Broken off and gone on with, it may have been done before, and is in no work list any more. */
    private void carryOut() {
        if (!Risks.isDone(Risks.find(owner.caller(), risk), measure)) {
            String work = WorkItems.awaited(colleague.caller(), measureTitle);
            WorkItems.report(colleague.caller(), work, "已整改，替补已能独立处理");
            var unused = Risks.measureDone(owner.caller(), risk, measure);
        }
    }

    private void verify() {
        var watched = Risks.report(owner.caller(), indicator, Map.of(days.day(ENDS - 1), WELL_AGAIN));
        Risks.verify(cast.manager(), risk, "抽查两次，均已恢复");
        String status = Risks.warning(cast.manager(), warning).path("status").asString();
        if (!status.equals("CLOSED")) {
            throw new CallFailure("the warning %s is %s after %s".formatted(warning, status, watched));
        }
        figures.warnings++;
    }
}
