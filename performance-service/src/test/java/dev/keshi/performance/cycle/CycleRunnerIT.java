package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.test.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Who goes on with cycles, and when: where a step fails, and where somebody dies with it. */
@RunningService
class CycleRunnerIT {

    private static final Duration LEASE = Duration.ofSeconds(3);

    /** Less than a runner waits that has nothing to wait for. */
    private static final Duration IN_ONE_LOOK = Duration.ofSeconds(4);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private CycleWork work;

    @Autowired
    private MongoTemplate mongo;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CycleRunner> runners = new ArrayList<>();

    /** In the order in which they are gone on with; those that are done are taken out. */
    private final List<CycleId> waiting = new CopyOnWriteArrayList<>();

    private final List<CycleId> completed = new CopyOnWriteArrayList<>();
    private final Map<CycleId, Part> parts = new ConcurrentHashMap<>();

    /** What is done of a cycle, from a place on. */
    private interface Part {
        Optional<Place> from(Place at);
    }

    @AfterEach
    void stop() {
        runners.forEach(CycleRunner::stop);
    }

    @Test
    void aCycleThatFailsHoldsUpNoOther() {
        var poisoned = waits(_ -> {
            throw new IllegalStateException("poisoned");
        });
        var unreadable = waits(_ -> Optional.empty());
        parts.remove(unreadable);
        var healthy = waits(_ -> Optional.empty());

        start();

        Eventually.holds(IN_ONE_LOOK, () -> completed.equals(List.of(healthy)));
        eventually(() -> assertThat(work.progress(poisoned, CycleStatus.OPENING))
                .hasValueSatisfying(progress -> assertThat(progress.failures()).isGreaterThan(1)));
        assertThat(meters.counter("cycle_step_failures_total", "step", "OPENING")
                        .count())
                .isGreaterThan(1);
        assertThat(completed).containsExactly(healthy);
    }

    @Test
    void whatFailsForTheMomentGoesOnWithinSecondsWhereItWas() {
        record Try(Place at, long nanos) {}
        var middle = new Place("somebody", 200);
        var tries = new ConcurrentLinkedQueue<Try>();
        var failures = new AtomicInteger(2);
        var cycle = waits(at -> {
            tries.add(new Try(at, System.nanoTime()));
            if (at.equals(Place.BEGIN)) {
                return Optional.of(middle);
            }
            return switch (failures.getAndDecrement()) {
                case 2 -> throw new IllegalStateException("once");
                case 1 -> throw new StackOverflowError();
                default -> Optional.empty();
            };
        });

        start();

        Eventually.holds(Duration.ofSeconds(10), () -> completed.equals(List.of(cycle)));
        var all = List.copyOf(tries);
        assertThat(all).extracting(Try::at).containsExactly(Place.BEGIN, middle, middle, middle);
        assertThat(Duration.ofNanos(all.get(2).nanos() - all.get(1).nanos())).isGreaterThan(Duration.ofSeconds(1));
        assertThat(Duration.ofNanos(all.get(3).nanos() - all.get(2).nanos())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void whoeverDiesWithAStepKeepsNobodyWaitingBeyondTheLeaseAndAsAGhostDoesNothing() throws Exception {
        var entered = new CountDownLatch(1);
        var ghost = new CountDownLatch(1);
        var first = new ConcurrentLinkedQueue<>(List.of("dies"));
        var cycle = waits(_ -> {
            if (first.poll() != null) {
                entered.countDown();
                await(ghost);
            }
            return Optional.empty();
        });
        var died = start();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        var survivor = start();

        Eventually.holds(LEASE.plusSeconds(3), () -> completed.equals(List.of(cycle)));
        survivor.stop();
        ghost.countDown();
        var another = waits(_ -> Optional.empty());
        died.wake();
        Eventually.holds(() -> completed.contains(another));
        assertThat(completed).containsExactly(cycle, another);
    }

    @Test
    void twoReplicasDoNotTakeFromEachOtherForEverWhatTakesLongerThanALease() {
        var begun = new AtomicInteger();
        var cycle = waits(at -> {
            begun.incrementAndGet();
            lasts(LEASE.plusSeconds(2));
            return at.done() < 400 ? Optional.of(at.behind("somebody", 200)) : Optional.empty();
        });

        start();
        start();

        Eventually.holds(LEASE.multipliedBy(10), () -> completed.equals(List.of(cycle)));
        // The first of the three parts once in vain; then it is known how long one takes.
        assertThat(begun.get()).isBetween(3, 4);
    }

    @Test
    void aCycleThatCannotBeScoredSaysSoHoldsUpNoOtherAndGoesOnByItselfWhenItCan() {
        enterprise.begin();
        var poisoned = readyToBeClosed();
        var healthy = readyToBeClosed();
        var template = templateOfTheAppraisal(poisoned, "t-of-nobody");

        assertThat(answer(command(poisoned, "close-rating"))).isEqualTo("202");
        eventually(() -> assertThat(cycle(poisoned).path("failures").asInt()).isPositive());
        assertThat(answer(command(healthy, "close-rating"))).isEqualTo("202");

        Eventually.holds(
                IN_ONE_LOOK, () -> cycle(healthy).path("status").asString().equals("CALIBRATION"));
        assertThat(cycle(healthy).has("failures")).isFalse();
        assertThat(cycle(poisoned).path("status").asString()).isEqualTo("SCORING");
        var unused = templateOfTheAppraisal(poisoned, template);
        Eventually.holds(() -> cycle(poisoned).path("status").asString().equals("CALIBRATION"));
        assertThat(cycle(poisoned).has("failures")).isFalse();
    }

    @Test
    void whoeverReadsACycleSeesHowFarTheStepHasComeThatIsUnderWay() {
        enterprise.begin();
        var cycle = readyToBeClosed();
        var elsewhere = work.lease(new CycleId(cycle), CycleStatus.SCORING, "another replica", Duration.ofMinutes(1))
                .orElseThrow();
        assertThat(cycle(cycle).has("done")).isFalse();

        assertThat(answer(command(cycle, "close-rating"))).isEqualTo("202");
        eventually(() -> assertThat(cycle(cycle).path("status").asString()).isEqualTo("SCORING"));
        assertThat(cycle(cycle).path("done").asLong(-1)).isZero();
        assertThat(work.save(elsewhere.at(new Place("", 200)), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(cycle(cycle).path("done").asLong()).isEqualTo(200);

        work.release(elsewhere);
        Eventually.holds(() -> cycle(cycle).path("status").asString().equals("CALIBRATION"));
        assertThat(cycle(cycle).has("done")).isFalse();
    }

    private CycleId waits(Part part) {
        var id = new CycleId("c-" + UUID.randomUUID());
        parts.put(id, part);
        waiting.add(id);
        return id;
    }

    private static void lasts(Duration time) {
        try {
            assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another replica, beside the service's own runner, which knows nothing of these cycles. */
    private CycleRunner start() {
        var step = new CycleStep() {
            @Override
            public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
                return Optional.ofNullable(parts.get(id)).orElseThrow().from(at);
            }

            @Override
            public void complete(CycleId id) {
                waiting.remove(id);
                completed.add(id);
            }
        };
        var runner = new CycleRunner(known(), work, () -> true, Map.of(CycleStatus.OPENING, step), meters, LEASE);
        runners.add(runner);
        runner.start();
        return runner;
    }

    /** Cycles that are being opened; one without parts cannot be read. */
    private Cycles known() {
        return (Cycles) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Cycles.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "workedOn" -> List.copyOf(waiting);
                    case "find" -> found((CycleId) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Optional<Versioned<CycleDocument>> found(CycleId id) {
        if (!parts.containsKey(id)) {
            throw new IllegalStateException("It cannot be read");
        }
        var plan = new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                Set.of(),
                new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                LocalDate.of(2020, 12, 31),
                Optional.empty(),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty(),
                Optional.empty());
        return Optional.of(
                new Versioned<>(id.value(), 1, CycleDocument.of(plan, "secret").with(CycleStatus.OPENING)));
    }

    /** Of a department of its own, in which one person is appraised, without the superior. @return its id */
    private String readyToBeClosed() {
        var unique = UUID.randomUUID().toString();
        var department = "lab-" + unique;
        var person = "pia-" + unique;
        enterprise.department(department, null, "leo-" + unique);
        enterprise.person(person, department, null, "2019-01-01");
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"第一季度","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-01-01","departmentId":"%s","minimumDays":5}
            """.formatted(department));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var cycle = read(planned).get("id").asString();
        assertThat(answer(command(cycle, "open"))).isEqualTo("202");
        Eventually.holds(() -> cycle(cycle).get("status").asString().equals("RATING"));
        var appraisal = Opening.appraisalId(new CycleId(cycle), person).value();
        assertThat(answer(enterprise.post(
                        "hana", "/appraisals/" + appraisal + "/waive-superior", null, "{\"reason\":\"长期出差\"}")))
                .isEqualTo("204");
        return cycle;
    }

    /** @return which one it was */
    private String templateOfTheAppraisal(String cycle, String template) {
        var before = mongo.getCollection("appraisals")
                .findOneAndUpdate(
                        new Document("state.cycleId", cycle),
                        new Document("$set", new Document("state.stays.0.templateId", template)));
        assertThat(before).isNotNull();
        return before.get("state", Document.class)
                .getList("stays", Document.class)
                .getFirst()
                .getString("templateId");
    }

    private MvcTestResult command(String cycle, String verb) {
        var path = "/cycles/" + cycle;
        return enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "");
    }

    private JsonNode cycle(String id) {
        return read(enterprise.get("hana", API + "/cycles/" + id));
    }
}
