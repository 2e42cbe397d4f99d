package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.LeaveRequests;
import dev.keshi.launcher.activity.Risks;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.history.HistoryCast.Worker;
import dev.keshi.launcher.platform.EnterpriseClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One quarter of a department that gets better at keeping its days: the later the quarter, the less work is late. The same seed gives the same quarter. */
final class HistoryQuarter {

    static final int DAYS = 91;

    private static final int SEED = 1;
    private static final int MONTHS = 3;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int LATE_PERCENT_AT_FIRST = 45;
    private static final int LATE_PERCENT_LESS_EACH_QUARTER = 10;
    private static final int ABSENT_PERCENT = 50;
    private static final List<String> TASKS = List.of("月度运营数据整理", "部门例会材料", "流程检查记录", "客户反馈汇总", "预算执行分析");
    private static final List<String> RISKS = List.of("数据来源单一", "关键岗位无替补", "审批积压", "供应商交付延误");

    private final HistoryCast cast;
    private final EnterpriseClock clock;
    private final int number;
    private final LocalDate first;
    private final Random random;
    private final Map<Worker, Integer> done = new HashMap<>();
    private final Map<Worker, Integer> onTime = new HashMap<>();
    private int absences;

    /** Work that was given to somebody, and on which day after the month's first it is reported. */
    private record Piece(Worker owner, String id, int reportedOn, boolean isLate) {}

    HistoryQuarter(HistoryCast cast, EnterpriseClock clock, int number, LocalDate first) {
        this.cast = cast;
        this.clock = clock;
        this.number = number;
        this.first = first;
        this.random = new Random(SEED * 100L + number);
    }

    /** @return what was made, in one line */
    String live() {
        clock.forwardTo(first);
        String cycle = openCycle();
        String risk = beginRisk();
        for (int month = 0; month < MONTHS; month++) {
            live(first.plusDays((long) month * DAYS_OF_A_MONTH));
        }
        String level = endRisk(risk);
        LocalDate last = first.plusDays(DAYS - 1L);
        clock.forwardTo(last);
        String grades = judge(cycle, last);
        clock.forwardTo(first.plusDays(DAYS));
        return "%s to %s: %d of %d pieces of work on time, %d absences, a risk now %s, grades %s"
                .formatted(first, last, sum(onTime), sum(done), absences, level, grades);
    }

    private String openCycle() {
        String template = "history-quarter-" + number;
        Appraisals.releaseTemplate(cast.personnel(), template);
        return Appraisals.open(
                cast.personnel(),
                "%s 季度考核".formatted(first),
                first,
                first.plusDays(DAYS - 1L),
                cast.departmentId(),
                template);
    }

    private String beginRisk() {
        var owner = cast.workers().getFirst();
        String risk = Risks.register(owner.caller(), cast.departmentId(), RISKS.get(number - 1), "季度风险识别中发现")
                .path("id")
                .asString();
        Risks.reduce(cast.manager(), risk, "影响部门目标");
        return risk;
    }

    private void live(LocalDate begin) {
        clock.forwardTo(begin);
        var pieces = new ArrayList<Piece>();
        for (Worker worker : cast.workers()) {
            pieces.add(assign(worker, begin, 10));
            pieces.add(assign(worker, begin, 20));
            if (random.nextInt(100) < ABSENT_PERCENT) {
                takeADayOff(worker, begin.plusDays(15));
            }
        }
        for (int day = 0; day < DAYS_OF_A_MONTH; day++) {
            for (Piece piece : pieces) {
                if (piece.reportedOn() == day) {
                    clock.forwardTo(begin.plusDays(day));
                    finish(piece);
                }
            }
        }
    }

    private Piece assign(Worker worker, LocalDate begin, int due) {
        boolean late = random.nextInt(100) < LATE_PERCENT_AT_FIRST - number * LATE_PERCENT_LESS_EACH_QUARTER;
        String title = TASKS.get(random.nextInt(TASKS.size()));
        String id = WorkItems.assign(cast.manager(), worker.id(), title, begin.plusDays(due));
        return new Piece(worker, id, late ? due + 1 + random.nextInt(5) : due - random.nextInt(5), late);
    }

    private void finish(Piece piece) {
        WorkItems.report(piece.owner().caller(), piece.id(), "已完成");
        WorkItems.accept(cast.manager(), piece.id());
        done.merge(piece.owner(), 1, Integer::sum);
        onTime.merge(piece.owner(), piece.isLate() ? 0 : 1, Integer::sum);
    }

    private void takeADayOff(Worker worker, LocalDate day) {
        var request = LeaveRequests.askForLeave(worker.caller(), day, 1, "个人事务");
        LeaveRequests.approve(cast.manager(), LeaveRequests.onlyTask(request), "同意");
        absences++;
    }

    private String endRisk(String risk) {
        // The manager's own: as work of somebody else it would count among the work that is judged.
        String measure =
                Risks.planMeasure(cast.manager(), risk, cast.managerId(), "建立替补与复核", first.plusDays(DAYS + 14L));
        return Risks.completeMeasure(cast.manager(), risk, measure, "已实施")
                .path("current")
                .path("level")
                .asString();
    }

    private String judge(String cycle, LocalDate last) {
        for (Worker worker : cast.workers()) {
            var unused = Appraisals.workKnown(worker.caller(), worker.id(), first, last, done.getOrDefault(worker, 0));
        }
        for (Worker worker : cast.workers()) {
            Appraisals.rate(worker.caller(), cycle, worker.id(), "SELF", 80 + random.nextInt(16));
            Appraisals.rate(cast.manager(), cycle, worker.id(), "SUPERIOR", 65 + number * 4 + random.nextInt(16));
        }
        Appraisals.waiveTheRest(cast.personnel(), cycle, "历史数据只评部分人员");
        Appraisals.closeRating(cast.personnel(), cycle);
        Appraisals.publish(cast.personnel(), cycle);
        var ids = cast.workers().stream().map(Worker::id).toList();
        return String.join(
                " ",
                Appraisals.all(cast.personnel(), cycle).stream()
                        .filter(one -> ids.contains(one.path("personId").asString()))
                        .map(one -> one.path("grade").asString())
                        .sorted()
                        .toList());
    }

    private static int sum(Map<Worker, Integer> counted) {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
