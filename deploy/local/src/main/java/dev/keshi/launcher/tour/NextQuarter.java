package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The quarter after: all work by its day, and the same appraisal again. */
final class NextQuarter {

    private static final int OWN_VIEW = 88;
    private static final int VIEW_OF_THE_SUPERIOR = 86;
    private static final String CYCLE_OPENED = "keshi.performance.cycle-opened.v1";
    private static final String COMPLETED = "keshi.workflow.work-item-completed.v1";
    private static final String APPRAISAL_PUBLISHED = "keshi.performance.appraisal-published.v1";

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate first;
    private final LocalDate last;
    private String cycle = "";
    private String appraisal = "";
    private OnTime whole = OnTime.NOTHING;

    NextQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate first, LocalDate last) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.first = first;
        this.last = last;
    }

    /** How much of all the person's work was on time, as the grade counts it. */
    OnTime whole() {
        return whole;
    }

    /** By the template of the quarter before. */
    Shown isOpened(String template) {
        cycle = Appraisals.open(
                cast.personnel(), "%s 季度考核".formatted(first), first, last, cast.departmentId(), template);
        appraisal = Appraisals.idOf(cast.personnel(), cycle, cast.employeeId());
        return Carried.shown("%s to %s, by the same template".formatted(first, last), carried.by(cycle, CYCLE_OPENED));
    }

    Shown workIsDoneOnTime() {
        List<String> items = List.of(assign("整理季度运营数据", 20), assign("编写月度分析报告", 45), assign("更新部门流程图", 70));
        var events = new ArrayList<KafkaEvent>();
        for (int piece = 0; piece < items.size(); piece++) {
            clock.forwardTo(first.plusDays(18 + piece * 25L));
            WorkItems.report(cast.employee(), items.get(piece), "已完成");
            JsonNode done = WorkItems.accept(cast.manager(), items.get(piece));
            require(done.path("onTime").asBoolean(), "work is late that was reported before its day");
            events.addAll(carried.by(items.get(piece), COMPLETED));
        }
        clock.forwardTo(last.plusDays(1));
        var ids = events.stream().map(KafkaEvent::id).collect(Collectors.toSet());
        var own = OnTime.of(
                Appraisals.workKnown(cast.employee(), cast.employeeId(), first, last, items.size(), ids::contains));
        var expected = new OnTime(items.size(), items.size());
        require(own.equals(expected), "of this work the indicator knows %s on time, not %s", own, expected);
        var all = OnTime.of(Appraisals.workKnown(cast.employee(), cast.employeeId(), first, last, items.size()));
        return Carried.shown("%s on time%s".formatted(own, all.beside(own)), events);
    }

    private String assign(String title, int dueOnDay) {
        return WorkItems.assign(cast.manager(), cast.employeeId(), title, first.plusDays(dueOnDay));
    }

    Shown isPublished() {
        Appraisals.rate(cast.employee(), cycle, cast.employeeId(), "SELF", OWN_VIEW);
        Appraisals.rate(cast.manager(), cycle, cast.employeeId(), "SUPERIOR", VIEW_OF_THE_SUPERIOR);
        var unused = Appraisals.closeRatingWithoutTheRest(cast.personnel(), cycle, "本次演示只评一人");
        Appraisals.publish(cast.personnel(), cycle);
        JsonNode published = Appraisals.find(cast.employee(), appraisal);
        whole = OnTime.judged(Appraisals.explanation(cast.employee(), appraisal));
        return Carried.shown(
                "total %s is %s"
                        .formatted(
                                published.path("total").asString(),
                                published.path("grade").asString()),
                carried.by(appraisal, APPRAISAL_PUBLISHED));
    }
}
