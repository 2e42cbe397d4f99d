package dev.keshi.risk.register;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The register over HTTP, on a real store and broker. */
@RunningService
class RegisterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    @Test
    void fromTheRegisterToAMeasureThatIsDone(EventProbe probe) {
        var risk = enterprise.risk();
        assertThat(answer(respond("ona", risk, "REDUCE", ""))).isEqualTo("200");
        var measure = planned(risk, "max");
        assertThat(answer(complete("ona", risk, measure))).isEqualTo("403 not-your-measure");
        assertThat(answer(complete("max", risk, measure))).isEqualTo("200");

        var now = read(enterprise.get("ona", "/risks/" + risk));
        assertThat(now.get("inherent").get("level").asString()).isEqualTo("HIGH");
        assertThat(now.get("current").get("level").asString()).isEqualTo("MEDIUM");
        assertThat(now.get("current").get("measureId").asString()).isEqualTo(measure);
        assertThat(now.get("measures").get(0).get("cost").get("amount").asString())
                .isEqualTo("18500.50");
        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/close", "{\"reason\":\"不再经营\"}")))
                .isEqualTo("200");
        assertThat(answer(respond("ona", risk, "AVOID", ""))).isEqualTo("409 risk-closed");
        assertThat(probe.await(8, event -> event.key().equals(risk), PATIENCE))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.risk.risk-registered.v1",
                        "keshi.risk.risk-assessed.v1",
                        "keshi.risk.risk-assessed.v1",
                        "keshi.risk.risk-responded.v1",
                        "keshi.risk.measure-assigned.v1",
                        "keshi.risk.measure-completed.v1",
                        "keshi.risk.risk-assessed.v1",
                        "keshi.risk.risk-closed.v1");
    }

    @Test
    void anAcceptanceWithoutExpiryIsRefusedAndNothingIsDone() {
        var risk = enterprise.risk();

        var refused = respond("ona", risk, "ACCEPT", "");

        assertThat(answer(refused)).isEqualTo("422 acceptance-without-expiry");
        assertThat(read(refused).get("errors").get(0).get("pointer").asString()).isEqualTo("/acceptedUntil");
        assertThat(read(enterprise.get("ona", "/risks/" + risk)).has("response"))
                .isFalse();
        assertThat(answer(respond("ona", risk, "ACCEPT", until(clock.today())))).isEqualTo("422 acceptance-expiry");
        assertThat(answer(respond("ona", risk, "AVOID", until(clock.today().plusDays(3)))))
                .isEqualTo("422 expiry-without-acceptance");
    }

    @Test
    void anAcceptanceEndsByItselfOnceAndHasTheRiskLookedAtAgain(EventProbe probe) {
        var risk = enterprise.risk();
        respond("ona", risk, "ACCEPT", until(clock.today().plusDays(2)));
        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/measures", measure("max"))))
                .isEqualTo("409 risk-accepted");

        clock.letPass(3);

        Eventually.holds(() -> read(enterprise.get("ona", "/risks/" + risk)).has("assessment"));
        var now = read(enterprise.get("ona", "/risks/" + risk));
        assertThat(now.get("response").get("expired").asBoolean()).isTrue();
        assertThat(now.get("assessment").get("cause").asString()).isEqualTo("ACCEPTANCE_EXPIRED");
        probe.awaitOne("keshi.risk.risk-assessment-opened.v1", risk, PATIENCE);
        assertThat(probe.seen().stream()
                        .filter(event -> event.key().equals(risk))
                        .filter(event -> event.type().equals("keshi.risk.risk-acceptance-expired.v1")))
                .hasSize(1);
    }

    @Test
    void whoHasLeftNeitherAnswersForAnythingNorSendsAnything() {
        var risk = enterprise.risk();
        respond("ona", risk, "REDUCE", "");

        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/measures", measure("lea"))))
                .isEqualTo("422 person-has-left");
        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/hand-over", "{\"ownerId\":\"lea\"}")))
                .isEqualTo("422 person-has-left");
        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/hand-over", "{\"ownerId\":\"nobody\"}")))
                .isEqualTo("422 person-missing");
        assertThat(answer(enterprise.post("lea", "/risks", null, Enterprise.risk("team", ""))))
                .isEqualTo("403 caller-has-left");
        assertThat(answer(enterprise.post("lea", "/risks/" + risk + "/close", "2", "{\"reason\":\"x\"}")))
                .isEqualTo("403 caller-has-left");
    }

    @Test
    void everybodySeesAsFarAsTheyReachAndChangesLess() {
        var risk = enterprise.risk();
        respond("ona", risk, "REDUCE", "");
        planned(risk, "olga");

        for (var reader : List.of("ona", "tom", "boss", "olga", "aud", "ada")) {
            assertThat(answer(enterprise.get(reader, "/risks/" + risk)))
                    .as(reader)
                    .isEqualTo("200");
            assertThat(listed(reader)).as(reader).contains(risk);
        }
        for (var other : List.of("max", "otto", "hana", "program")) {
            assertThat(answer(enterprise.get(other, "/risks/" + risk)))
                    .as(other)
                    .isEqualTo("404 risk-not-found");
            assertThat(listed(other)).as(other).doesNotContain(risk);
        }
        var reason = "{\"ownerId\":\"mia\"}";
        for (var reader : List.of("olga", "aud", "ada")) {
            assertThat(answer(enterprise.command(reader, "/risks/" + risk, "/hand-over", reason)))
                    .as(reader)
                    .isEqualTo("403 not-your-risk");
        }
        for (var other : List.of("max", "otto", "hana")) {
            assertThat(answer(enterprise.post(other, "/risks/" + risk + "/hand-over", "3", reason)))
                    .as(other)
                    .isEqualTo("404 risk-not-found");
        }
        for (var keeper : List.of("tom", "boss")) {
            assertThat(answer(enterprise.command(keeper, "/risks/" + risk, "/hand-over", reason)))
                    .as(keeper)
                    .isEqualTo("200");
        }
        assertThat(answer(enterprise.get("mia", "/risks/" + risk))).isEqualTo("200");
        assertThat(answer(enterprise.get("ona", "/risks/" + risk))).isEqualTo("404 risk-not-found");
    }

    @Test
    void aRiskIsRegisteredForTheOwnDepartmentOrOneThatIsLed() {
        assertThat(answer(enterprise.post("olga", "/risks", null, Enterprise.risk("team", ""))))
                .isEqualTo("403 not-your-department");
        assertThat(answer(enterprise.post("boss", "/risks", null, Enterprise.risk("team", ",\"ownerId\":\"mia\""))))
                .isEqualTo("201");
        assertThat(answer(enterprise.post("ona", "/risks", null, Enterprise.risk("nowhere", ""))))
                .isEqualTo("422 department-missing");
        assertThat(answer(enterprise.post("program", "/risks", null, Enterprise.risk("team", ""))))
                .startsWith("403");
    }

    @Test
    void onlyWhoLeadsNamesAnOwnerFromOutsideTheDepartment() {
        var risk = enterprise.risk();
        var toOlga = "{\"ownerId\":\"olga\"}";
        var ofOlga = Enterprise.risk("team", ",\"ownerId\":\"olga\"");
        assertThat(answer(enterprise.command("ona", "/risks/" + risk, "/hand-over", toOlga)))
                .isEqualTo("403 owner-out-of-reach");
        assertThat(answer(enterprise.post("ona", "/risks", null, ofOlga))).isEqualTo("403 owner-out-of-reach");
        assertThat(read(enterprise.get("ona", "/risks/" + risk)).get("ownerId").asString())
                .isEqualTo("ona");

        assertThat(answer(enterprise.post("tom", "/risks", null, ofOlga))).isEqualTo("201");
        assertThat(answer(enterprise.command("tom", "/risks/" + risk, "/hand-over", toOlga)))
                .isEqualTo("200");
    }

    @Test
    void badRequestsAreRefusedEachInItsWay() {
        var risk = enterprise.risk();
        var path = "/risks/" + risk;
        assertThat(answer(enterprise.command("ona", path, "/measures", measure("max"))))
                .isEqualTo("409 no-response");
        respond("ona", risk, "REDUCE", "");
        assertThat(answer(enterprise.command(
                        "ona", path, "/measures", measure("max").replace("\"CNY\"", "\"XQZ\""))))
                .isEqualTo("422 currency-unknown");
        assertThat(answer(enterprise.command(
                        "ona", path, "/measures", measure("max").replace("18500.5", "0.001"))))
                .isEqualTo("400 invalid-request");
        assertThat(answer(enterprise.command(
                        "ona", path, "/measures", measure("max", clock.today().minusDays(1)))))
                .isEqualTo("422 measure-due-past");
        assertThat(answer(enterprise.command("ona", path, "/measures/none/cancel", "{\"reason\":\"x\"}")))
                .isEqualTo("404 measure-not-found");
        assertThat(answer(enterprise.command("ona", path, "/verify", verification(true))))
                .isEqualTo("409 nothing-to-verify");
        assertThat(
                        answer(
                                enterprise.command(
                                        "ona",
                                        path,
                                        "/assess",
                                        "{\"current\":{\"likelihood\":2,\"impact\":2},\"target\":{\"likelihood\":3,\"impact\":1},\"note\":\"复评\"}")))
                .isEqualTo("422 target-above-current");
        assertThat(answer(enterprise.command(
                        "ona", path, "/assess", "{\"current\":{\"likelihood\":6,\"impact\":2},\"note\":\"复评\"}")))
                .isEqualTo("400 invalid-request");
        assertThat(answer(enterprise.post("ona", path + "/close", null, "{\"reason\":\"x\"}")))
                .startsWith("428");
        assertThat(answer(enterprise.post("ona", path + "/close", "1", "{\"reason\":\"x\"}")))
                .isEqualTo("412 stale-version");
    }

    @Test
    void theSameCommandTwiceIsOneAndOfTenAtOnceOneWins() {
        var key = UUID.randomUUID().toString();
        var first = enterprise.post("ona", "/risks", null, Enterprise.risk("team", ""), key);
        var again = enterprise.post("ona", "/risks", null, Enterprise.risk("team", ""), key);
        assertThat(read(again).get("id")).isEqualTo(read(first).get("id"));

        var risk = enterprise.risk();
        respond("ona", risk, "REDUCE", "");
        var revision = enterprise.revision("ona", "/risks/" + risk);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 10)
                    .mapToObj(i -> people.submit(() ->
                            answer(enterprise.post("ona", "/risks/" + risk + "/measures", revision, measure("max")))))
                    .toList();
            assertThat(answers.stream().map(RegisterIT::got))
                    .filteredOn("200"::equals)
                    .hasSize(1);
        }
        assertThat(read(enterprise.get("ona", "/risks/" + risk)).get("measures").size())
                .isOne();
    }

    @Test
    void risksAreListedPageByPageAndByKindAndLevel() {
        var mine = IntStream.range(0, 5).mapToObj(i -> enterprise.risk()).toList();

        assertThat(listed("ona")).containsAll(mine).doesNotHaveDuplicates();
        assertThat(read(enterprise.get("ona", "/risks?kind=MARKET"))
                        .get("items")
                        .size())
                .isZero();
        assertThat(read(enterprise.get("ona", "/risks?level=HIGH&kind=OPERATION&departmentId=team"))
                        .get("items")
                        .size())
                .isPositive();
        assertThat(answer(enterprise.get("ona", "/risks?kind=NONE"))).startsWith("400");
        var noLevel = enterprise.get("ona", "/risks?level=UNKNOWN");
        assertThat(answer(noLevel)).startsWith("400");
        assertThat(read(noLevel).get("errors").get(0).get("allowed").toString()).contains("HIGH");
    }

    private static String got(Future<String> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> listed(String reader) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = read(enterprise.get(reader, "/risks?limit=3" + next));
            page.get("items").forEach(one -> seen.add(one.get("id").asString()));
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return seen;
    }

    private MvcTestResult respond(String person, String risk, String response, String more) {
        return enterprise.command(
                person,
                "/risks/" + risk,
                "/respond",
                "{\"response\":\"%s\",\"rationale\":\"成本可控\"%s}".formatted(response, more));
    }

    private String planned(String risk, String owner) {
        var planned = enterprise.command("tom", "/risks/" + risk, "/measures", measure(owner));
        assertThat(answer(planned)).isEqualTo("200");
        return read(planned).get("measures").get(0).get("id").asString();
    }

    private MvcTestResult complete(String person, String risk, String measure) {
        return enterprise.post(
                person,
                "/risks/" + risk + "/measures/" + measure + "/complete",
                enterprise.revision("ona", "/risks/" + risk),
                "{\"cost\":{\"amount\":18500.50,\"currency\":\"CNY\"},\"outcome\":\"已签约\"}");
    }

    private String measure(String owner) {
        return measure(owner, clock.today().plusDays(30));
    }

    private static String measure(String owner, LocalDate due) {
        return """
            {"title":"引入第二家供应商","ownerId":"%s","dueOn":"%s","budget":{"amount":18500.5,"currency":"CNY"},
             "expected":{"likelihood":2,"impact":0}}
            """.formatted(owner, due);
    }

    private static String verification(boolean effective) {
        return "{\"effective\":%s,\"current\":{\"likelihood\":2,\"impact\":2},\"note\":\"现场查看\"}".formatted(effective);
    }

    private static String until(LocalDate day) {
        return ",\"acceptedUntil\":\"" + day + "\"";
    }
}
