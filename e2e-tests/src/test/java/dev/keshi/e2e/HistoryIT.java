package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.history.History;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import tools.jackson.databind.JsonNode;

/** A quarter of the demo's history, made by its generator on the running platform. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 1)
class HistoryIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int DAYS = 91;
    private static final int PIECES = 6;
    private static final Set<String> TASKS = Set.of("月度运营数据整理", "部门例会材料", "流程检查记录", "客户反馈汇总", "预算执行分析");

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final EnterpriseClock clock;

    HistoryIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        clock = keshi.platform().clock();
    }

    @Scenario({"X8", "P5", "P6", "P7", "T4", "T5", "R4", "Z5"})
    void aQuarterThatIsBrokenOffGoesOnAndDoesNothingTwice() throws Exception {
        var history = new History(keshi.enterprise(), clock);
        LocalDate first = clock.today();
        var made = new CopyOnWriteArrayList<String>();
        var end = new AtomicReference<@Nullable Throwable>();
        var broken = Thread.ofPlatform().start(() -> {
            try {
                history.make(1, (quarter, figure, took) -> made.add(figure));
            } catch (RuntimeException | Error failure) {
                end.set(failure);
            }
        });
        Eventually.eventually(
                LONG,
                () -> assertThat(!broken.isAlive() || isBehindTheMiddle(first))
                        .as("it is %s, and the quarter began on %s", clock.today(), first)
                        .isTrue());
        assertThat(end.get()).as("it went well up to the middle").isNull();
        broken.interrupt();
        broken.join();
        assertThat(made).as("made before it was broken off").isEmpty();
        assertThat(end.get()).isInstanceOfAny(CallFailure.class, LocalFailure.class);
        assertThat(clock.today()).isAfter(first.plusDays(DAYS / 2)).isBefore(first.plusDays(DAYS));
        System.out.printf("The history was broken off on %s by: %s%n", clock.today(), end.get());

        history.make(1, (quarter, figure, took) -> made.add(figure));

        assertThat(made).singleElement().asString().contains(first + " to " + first.plusDays(DAYS - 1));
        assertThat(clock.today()).isEqualTo(first.plusDays(DAYS));
        assertThat(daysOfWorkDone()).hasSize(PIECES).doesNotHaveDuplicates();
        assertThat(appraisalsOf(first, first.plusDays(DAYS - 1)))
                .singleElement()
                .satisfies(appraisal -> {
                    assertThat(appraisal.hasNonNull("grade")).isTrue();
                    assertThat(calibratedWith(appraisal)).isOne();
                    assertThat(appraisal.hasNonNull("signedByPerson")).isTrue();
                    assertThat(appraisal.hasNonNull("signedBySuperior")).isTrue();
                    assertThat(peersHeardAbout(appraisal)).isNotEmpty().containsOnly(3);
                });
        assertThat(closedWarnings()).hasSize(1);
        assertThat(inductionOf("fang.qiming")).hasSizeGreaterThan(3).containsOnly("COMPLETED");
    }

    private boolean isBehindTheMiddle(LocalDate first) {
        return clock.today().isAfter(first.plusDays(DAYS / 2));
    }

    /** Nobody has two pieces of the history's work that are due on one day. */
    private List<String> daysOfWorkDone() {
        return employee.get("/api/workflow/v1/work-items?limit=100&status=COMPLETED")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> TASKS.contains(item.path("title").asString()))
                .map(item -> item.path("dueDate").asString())
                .toList();
    }

    /** How many of the same cycle were calibrated. */
    private long calibratedWith(JsonNode appraisal) {
        return Appraisals.all(keshi.person(Part.HR), appraisal.path("cycleId").asString()).stream()
                .filter(one -> !one.path("calibrations").isEmpty())
                .count();
    }

    /** How many of each colleague judged beside; of the employee another group may have been counted before. */
    private List<Integer> peersHeardAbout(JsonNode appraisal) {
        Caller personnel = keshi.person(Part.HR);
        return Appraisals.all(personnel, appraisal.path("cycleId").asString()).stream()
                .filter(one ->
                        one.hasNonNull("signedByPerson") && !one.path("id").equals(appraisal.path("id")))
                .flatMap(one ->
                        Appraisals.explanation(personnel, one.path("id").asString()).findValues("peers").stream())
                .map(JsonNode::asInt)
                .toList();
    }

    /** Of the quarter, whatever else was judged on its days. */
    private List<JsonNode> appraisalsOf(LocalDate first, LocalDate last) {
        return employee.get("/api/performance/v1/appraisals?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("personId").asString().equals(People.idOf(employee)))
                .filter(one -> isOver(
                        first,
                        last,
                        Appraisals.cycle(
                                keshi.person(Part.HR), one.path("cycleId").asString())))
                .toList();
    }

    private static boolean isOver(LocalDate first, LocalDate last, JsonNode cycle) {
        return cycle.path("firstDay").asString().equals(first.toString())
                && cycle.path("lastDay").asString().equals(last.toString());
    }

    /** Of the figure that is watched in this department. */
    private List<JsonNode> closedWarnings() {
        return manager.get("/api/risk/v1/warnings?limit=100&status=CLOSED")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains("报告延误率"))
                .toList();
    }

    private List<String> inductionOf(String login) {
        String newcomer = People.idOf(keshi.login(login));
        return Courses.assigned(keshi.person(Part.HR), newcomer, List.of()).values().stream()
                .map(one -> one.path("status").asString())
                .toList();
    }
}
