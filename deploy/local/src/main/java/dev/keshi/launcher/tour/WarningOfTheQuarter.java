package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.activity.Risks;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A figure slips and swings around its threshold: one warning, which is answered by a measure and ends verified. */
final class WarningOfTheQuarter {

    private static final int DAYS_OF_SWINGING = 9;
    private static final int ABOVE = 11;
    private static final int BETWEEN = 9;
    private static final int WELL_AGAIN = 6;
    private static final String RAISED = "keshi.risk.warning-raised.v1";
    private static final String ACKNOWLEDGED = "keshi.risk.warning-acknowledged.v1";
    private static final String CLOSED = "keshi.risk.warning-closed.v1";
    private static final String WORK_COMPLETED = "keshi.workflow.work-item-completed.v1";
    private static final String MEASURE_DONE = "keshi.risk.measure-completed.v1";
    private static final String VERIFIED = "keshi.risk.risk-assessment-verified.v1";

    private static final DateTimeFormatter PLANNED =
            DateTimeFormatter.ofPattern("M月d日 HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate first;
    private String risk = "";
    private String indicator = "";
    private String warning = "";

    WarningOfTheQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate first) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.first = first;
    }

    Shown isRaisedOnce() {
        JsonNode registered = Risks.register(cast.employee(), cast.departmentId(), "月度分析报告延误", "只有一人熟悉数据口径");
        risk = registered.path("id").asString();
        indicator = Risks.watch(cast.employee(), risk, "报告延误率");
        var swinging = new TreeMap<LocalDate, Integer>();
        var today = clock.today();
        IntStream.range(0, DAYS_OF_SWINGING)
                .forEach(ago -> swinging.put(today.minusDays(ago), ago % 2 == 0 ? ABOVE : BETWEEN));
        JsonNode watched = Risks.report(cast.employee(), indicator, swinging);
        require(watched.path("warnings").asInt() == 1, "%s warnings were raised", watched.path("warnings"));
        warning = watched.path("warningId").asString();
        return Carried.shown(
                "%d values between %d%% and %d%%, threshold 10%%: 1 warning; the risk is %s"
                        .formatted(DAYS_OF_SWINGING, BETWEEN, ABOVE, level(registered)),
                carried.by(risk, "keshi.risk.risk-assessment-opened.v1"),
                carried.by(warning, RAISED));
    }

    /** What was raised before the service died is there, once, and goes on. */
    Shown isTakenNoteOf() {
        Risks.takeNote(cast.employee(), warning);
        JsonNode watched = Risks.report(cast.employee(), indicator, Map.of(clock.today(), ABOVE));
        require(
                watched.path("warnings").asInt() == 1
                        && watched.path("warningId").asString().equals(warning),
                "after the restart there are %s warnings",
                watched.path("warnings"));
        return Carried.shown("still 1 warning, its owner has taken note", carried.by(warning, ACKNOWLEDGED));
    }

    Shown isAnsweredByAMeasure() {
        Risks.reduce(cast.manager(), risk, "影响管理层决策");
        var colleague = cast.colleagues().getFirst();
        // Told apart from that of an earlier tour by when it was planned.
        String title = "编写数据口径手册并培训一名替补（%s）".formatted(PLANNED.format(clock.now()));
        String measure = Risks.planMeasure(cast.manager(), risk, People.idOf(colleague), title, first.plusDays(70));
        String work = WorkItems.awaited(colleague, title);
        clock.forwardTo(first.plusDays(60));
        WorkItems.report(colleague, work, "手册已发布,替补已独立完成一期报告");
        JsonNode lowered = Risks.measureDone(cast.employee(), risk, measure);
        return Carried.shown(
                "day 60: a colleague found it in the work list and did it; the risk is %s".formatted(level(lowered)),
                carried.by(work, WORK_COMPLETED),
                carried.by(risk, MEASURE_DONE));
    }

    Shown endsVerified() {
        clock.forwardTo(first.plusDays(62));
        Risks.report(cast.employee(), indicator, Map.of(clock.today(), WELL_AGAIN));
        JsonNode verified = Risks.verify(cast.manager(), risk, "抽查两期报告,均按期");
        JsonNode ended = Risks.warning(cast.auditor(), warning);
        require(ended.path("status").asString().equals("CLOSED"), "the warning is %s", ended.path("status"));
        require(!level(verified).equals("HIGH"), "the risk is still %s", level(verified));
        return Carried.shown(
                "day 62: %d%%, verified and closed; what is left of the risk is %s"
                        .formatted(WELL_AGAIN, level(verified)),
                carried.by(risk, VERIFIED),
                carried.by(warning, CLOSED));
    }

    private static String level(JsonNode risk) {
        return risk.path("current").path("level").asString();
    }
}
