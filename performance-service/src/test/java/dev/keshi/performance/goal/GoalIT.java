package dev.keshi.performance.goal;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RunningService
class GoalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    private final String person = "planner-" + UUID.randomUUID();

    @BeforeEach
    void onePersonMoreAtTheBench() {
        enterprise.begin();
        enterprise.person(person, "bench", null, "2019-01-01");
    }

    @Test
    void aGoalGoesFromTheDepartmentToThePersonAndIsAdjustedWithItsHistory(EventProbe probe) {
        var above = latest(set("wim", "departments/bench", goal(1, "2026-12-31", "")));
        var set = set("ben", "people/" + person, goal(60, "2026-12-31", parent(above)));
        assertThat(status(set)).as(body(set)).isEqualTo(201);
        var own = latest(set);
        var path = "/goals/people/" + person;

        var adjusted = enterprise.post(
                "ben",
                path + "/" + own + "/adjust",
                enterprise.revision("ben", path),
                "{\"terms\":%s,\"reason\":\"人手减少\"}".formatted(terms(40, "2026-11-30")));

        assertThat(answer(adjusted)).as(body(adjusted)).isEqualTo("200");
        var seen = read(enterprise.get(person, API + path)).get("goals").get(0);
        assertThat(seen.get("parentId").asString()).isEqualTo(above);
        assertThat(seen.get("terms").get("weight").asInt()).isEqualTo(40);
        assertThat(seen.get("adjustments").get(0).get("before").get("weight").asInt())
                .isEqualTo(60);
        assertThat(seen.get("adjustments").get(0).get("reason").asString()).isEqualTo("人手减少");
        assertThat(answer(enterprise.post(
                        "ben",
                        path + "/" + own + "/end",
                        enterprise.revision("ben", path),
                        "{\"outcome\":\"ACHIEVED\",\"reason\":\"提前完成\"}")))
                .isEqualTo("200");
        assertThat(probe.await(3, event -> event.key().equals("p:" + person), PATIENCE))
                .extracting(event -> event.type().replace("keshi.performance.", ""))
                .containsExactly("goal-set.v1", "goal-adjusted.v1", "goal-ended.v1");
    }

    @Test
    void goalsThatDoNotHoldTogetherAreRefusedEachInItsWay() {
        var above = latest(set("wim", "departments/bench", goal(1, "2026-06-30", "")));
        var other = latest(set("hana", "departments/other", goal(1, "2026-12-31", "")));
        var people = "people/" + person;
        assertThat(answer(set("ben", people, goal(10, "2026-12-31", parent(above)))))
                .isEqualTo("422 goal-outlasts-parent");
        assertThat(answer(set("ben", people, goal(10, "2026-06-30", parent(other)))))
                .isEqualTo("422 goal-parent-does-not-fit");
        assertThat(answer(set("ben", people, goal(10, "2026-06-30", parent("no-such")))))
                .isEqualTo("422 goal-parent-does-not-fit");
        assertThat(answer(set("ben", people, goal(10, "2025-12-31", "")))).isEqualTo("422 goal-due-before-begun");
        assertThat(answer(set("ben", people, goal(0, "2026-12-31", "")))).isEqualTo("400 invalid-request");
        assertThat(answer(set(
                        "ben",
                        people,
                        goal(10, "2026-12-31", "")
                                .replace("\"weight\"", "\"indicator\":\"no-such\",\"target\":1,\"weight\""))))
                .isEqualTo("422 goal-indicator-missing");
        assertThat(answer(set(
                        "ben",
                        people,
                        goal(10, "2026-12-31", "").replace("\"weight\"", "\"indicator\":\"sales-target\",\"weight\""))))
                .isEqualTo("422 goal-target-missing");
        assertThat(answer(set("ben", people, goal(60, "2026-12-31", "")))).isEqualTo("201");
        assertThat(answer(set("ben", people, goal(41, "2026-12-31", "")))).isEqualTo("422 goal-weights-above-hundred");
        assertThat(answer(enterprise.post(
                        "ben",
                        "/goals/" + people + "/no-such/end",
                        enterprise.revision("ben", "/goals/" + people),
                        "{\"outcome\":\"MISSED\",\"reason\":\"因为\"}")))
                .isEqualTo("404 goal-not-found");
        assertThat(answer(enterprise.post(
                        "ben",
                        "/goals/" + people + "/no-such/end",
                        "77",
                        "{\"outcome\":\"MISSED\",\"reason\":\"因为\"}")))
                .isEqualTo("412 stale-version");
    }

    @Test
    void aGoalEndsNoEarlierThanThoseThatServeItAndWhatServesAnEndedOneCanStillBeAdjusted() {
        var above = latest(set("wim", "departments/bench", goal(1, "2026-12-31", "")));
        var people = "people/" + person;
        var own = latest(set("ben", people, goal(20, "2026-11-30", parent(above))));
        var tooEarly = adjust("wim", "departments/bench", above, terms(1, "2026-11-29"));

        assertThat(answer(tooEarly)).isEqualTo("422 goal-ends-before-others");
        assertThat(body(tooEarly)).contains("2026-11-30", "/terms/dueOn");
        assertThat(answer(adjust("wim", "departments/bench", above, terms(2, "2026-12-31"))))
                .isEqualTo("200");
        assertThat(answer(adjust("wim", "departments/bench", above, terms(1, "2026-11-30"))))
                .isEqualTo("200");
        assertThat(answer(adjust("ben", people, own, terms(20, "2026-12-01")))).isEqualTo("422 goal-outlasts-parent");
        assertThat(answer(end("wim", "departments/bench", above))).isEqualTo("200");
        assertThat(answer(adjust("ben", people, own, terms(30, "2026-11-15")))).isEqualTo("200");
        assertThat(answer(adjust("ben", people, own, terms(30, "2026-11-16"))))
                .isEqualTo("422 goal-parent-does-not-fit");
    }

    @Test
    void manyGoalsSetAtTheSameMomentNeverWeighMoreThanHundred() throws Exception {
        try (var several = Executors.newFixedThreadPool(8)) {
            var commands = List.<Callable<String>>of(
                    () -> answer(set("ben", "people/" + person, goal(60, "2026-12-31", ""))),
                    () -> answer(set("wim", "people/" + person, goal(60, "2026-12-31", ""))),
                    () -> answer(set("ben", "people/" + person, goal(60, "2026-12-31", ""))),
                    () -> answer(set("hana", "people/" + person, goal(60, "2026-12-31", ""))));
            var answers = several.invokeAll(commands).stream()
                    .map(running -> running.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("201");
        }
        assertThat(read(enterprise.get("ben", API + "/goals/people/" + person))
                        .get("goals")
                        .size())
                .isOne();
    }

    @Test
    void theSameCommandSentTwiceSetsOneGoal() {
        var key = UUID.randomUUID().toString();
        var path = "/goals/people/" + person;
        var first = enterprise.post("ben", path, null, goal(30, "2026-12-31", ""), key);
        var again = enterprise.post("ben", path, null, goal(30, "2026-12-31", ""), key);

        assertThat(List.of(answer(first), answer(again))).containsOnly("201");
        assertThat(read(enterprise.get("ben", API + path)).get("goals").size()).isOne();
    }

    @Test
    void onlyThoseWhoLeadAndPersonnelSetGoalsAndNobodyTheOwn() {
        var people = "people/" + person;
        for (var allowed : List.of("ben", "wim", "hana")) {
            assertThat(answer(set(allowed, people, goal(1, "2026-12-31", ""))))
                    .as(allowed)
                    .isEqualTo("201");
        }
        for (var refused : List.of("ann", "tom", person)) {
            assertThat(answer(set(refused, people, goal(1, "2026-12-31", ""))))
                    .as(refused)
                    .isEqualTo(refused.equals(person) ? "403 own-goals" : "404 goal-owner-not-found");
            assertThat(answer(set(refused, "departments/bench", goal(1, "2026-12-31", ""))))
                    .as(refused)
                    .isEqualTo("404 goal-owner-not-found");
        }
        assertThat(answer(set("hana", "people/hana", goal(1, "2026-12-31", ""))))
                .isEqualTo("403 own-goals");
        assertThat(answer(set("hana", "departments/no-such", goal(1, "2026-12-31", ""))))
                .isEqualTo("404 goal-owner-not-found");
        // Those of departments are known to all, those of a person are not.
        assertThat(status(enterprise.get("tom", API + "/goals/departments/bench")))
                .isEqualTo(200);
        assertThat(status(enterprise.get(person, API + "/goals/" + people))).isEqualTo(200);
        assertThat(answer(enterprise.get("tom", API + "/goals/" + people))).isEqualTo("404 goal-owner-not-found");
    }

    private MvcTestResult set(String by, String owner, String goal) {
        return enterprise.post(by, "/goals/" + owner, null, goal);
    }

    private MvcTestResult adjust(String by, String owner, String goal, String terms) {
        var path = "/goals/" + owner;
        return enterprise.post(
                by,
                path + "/" + goal + "/adjust",
                enterprise.revision(by, path),
                "{\"terms\":%s,\"reason\":\"计划调整\"}".formatted(terms));
    }

    private MvcTestResult end(String by, String owner, String goal) {
        var path = "/goals/" + owner;
        return enterprise.post(
                by,
                path + "/" + goal + "/end",
                enterprise.revision(by, path),
                "{\"outcome\":\"ACHIEVED\",\"reason\":\"提前完成\"}");
    }

    private static String goal(int weight, String dueOn, String more) {
        return "{\"title\":\"审批不过夜\",\"firstDay\":\"2026-01-01\",\"terms\":%s%s}".formatted(terms(weight, dueOn), more);
    }

    private static String terms(int weight, String dueOn) {
        return "{\"measure\":\"审批按时率\",\"weight\":%d,\"dueOn\":\"%s\"}".formatted(weight, dueOn);
    }

    private static String parent(String id) {
        return ",\"parentId\":\"" + id + "\"";
    }

    /** Id of the goal that was set. */
    private static String latest(MvcTestResult set) {
        var goals = read(set).get("goals");
        return goals.get(goals.size() - 1).get("id").asString();
    }
}
