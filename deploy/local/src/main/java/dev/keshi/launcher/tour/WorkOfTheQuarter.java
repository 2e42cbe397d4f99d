package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Four pieces of work of one person: two by their day, of which one comes back for rework, and two late; more of those where other work of the person would hide it. */
final class WorkOfTheQuarter {

    private static final int DAYS_OF_A_QUARTER = 91;
    private static final int LAST_DUE = 80;

    /** So many of these are. */
    private static final int ON_TIME = 2;

    private static final String ASSIGNED = "keshi.workflow.work-item-assigned.v1";
    private static final String LATE = "keshi.workflow.work-item-became-late.v1";
    private static final String COMPLETED = "keshi.workflow.work-item-completed.v1";

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate first;
    private final List<String> items = new ArrayList<>();
    private final Set<String> events = new HashSet<>();
    private int onTime;
    private int done;

    WorkOfTheQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate first) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.first = first;
    }

    int onTime() {
        return onTime;
    }

    int all() {
        return items.size();
    }

    /** Whether an event follows from this work and from no other that the person has. */
    boolean ledTo(String event) {
        return events.contains(event);
    }

    private List<KafkaEvent> told(int item, String type) {
        List<KafkaEvent> told = carried.by(items.get(item), type);
        told.forEach(event -> events.add(event.id()));
        return told;
    }

    Shown isAssigned() {
        assign("整理上季度运营数据", 14);
        assign("编写部门月度分析报告", 30);
        assign("梳理报销流程的瓶颈", 40);
        assign("准备季度总结会材料", LAST_DUE);
        int more = assignUntilWeak();
        return Carried.shown(
                "%d pieces, due on the 14th, 30th, 40th and 80th day%s"
                        .formatted(
                                items.size(),
                                more == 0
                                        ? ""
                                        : "; %d of them because other work of this person is on time".formatted(more)),
                items.stream()
                        .flatMap(item -> carried.by(item, ASSIGNED).stream())
                        .toList());
    }

    /** What of other work of the person is on time already would hide that two of these four will be late; so more of these will. @return how many */
    private int assignUntilWeak() {
        var others = OnTime.of(Appraisals.workKnown(
                cast.employee(), cast.employeeId(), first, first.plusDays(DAYS_OF_A_QUARTER - 1L), 0));
        int more = 0;
        while (!others.plus(new OnTime(ON_TIME, items.size())).isWeak()) {
            more++;
            assign("补齐季度资料之%d".formatted(more), LAST_DUE);
        }
        return more;
    }

    private void assign(String title, int dueOnDay) {
        items.add(WorkItems.assign(cast.manager(), cast.employeeId(), title, first.plusDays(dueOnDay)));
    }

    Shown isDoneOnTime() {
        clock.forwardTo(first.plusDays(10));
        report(0, "数据已核对");
        complete(0, true);
        return Carried.shown("day 10: reported and accepted, on time", told(0, COMPLETED));
    }

    Shown comesBackAndIsDoneOnTime() {
        clock.forwardTo(first.plusDays(25));
        report(1, "初稿");
        WorkItems.giveBack(cast.manager(), items.get(1), "缺少与上月的对比");
        clock.forwardTo(first.plusDays(28));
        report(1, "已补充对比");
        JsonNode done = complete(1, true);
        require(done.path("timesReturned").asInt() == 1, "the work was returned %s times", done.path("timesReturned"));
        return Carried.shown("day 28: returned once for rework, still on time", told(1, COMPLETED));
    }

    Shown becomesLate() {
        clock.forwardTo(first.plusDays(46));
        return shownLate("day 46: due on day 40, told once that it is late", lateWork(2, "与财务部确认后完成"));
    }

    Shown lastIsLateToo() {
        clock.forwardTo(first.plusDays(85));
        var events = new ArrayList<KafkaEvent>();
        for (int item = 3; item < items.size(); item++) {
            events.addAll(lateWork(item, "材料齐备"));
        }
        return shownLate("day 85: due on day 80", events);
    }

    private Shown shownLate(String figure, List<KafkaEvent> carriers) {
        return Carried.shown("%s; %d of %d on time so far".formatted(figure, onTime, done), carriers);
    }

    private List<KafkaEvent> lateWork(int item, String remark) {
        List<KafkaEvent> late = told(item, LATE);
        report(item, remark);
        complete(item, false);
        List<KafkaEvent> completed = told(item, COMPLETED);
        var both = Stream.concat(late.stream(), completed.stream()).toList();
        require(
                both.stream().filter(event -> event.type().equals(LATE)).count() == 1,
                "it was told more than once that work is late");
        return both;
    }

    private void report(int item, String remark) {
        WorkItems.report(cast.employee(), items.get(item), remark);
    }

    private JsonNode complete(int item, boolean expectedOnTime) {
        JsonNode completed = WorkItems.accept(cast.manager(), items.get(item));
        require(
                completed.path("status").asString().equals("COMPLETED")
                        && completed.path("onTime").asBoolean() == expectedOnTime,
                "the work is %s, on time: %s",
                completed.path("status"),
                completed.path("onTime"));
        onTime += expectedOnTime ? 1 : 0;
        done++;
        return completed;
    }
}
