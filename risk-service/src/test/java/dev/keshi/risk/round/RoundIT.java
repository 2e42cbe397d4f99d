package dev.keshi.risk.round;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Identification rounds over HTTP, on a real store and broker. */
@RunningService
class RoundIT {

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
    void everyDepartmentAnswersOnceAndTheProgressIsSeen(EventProbe probe) {
        var round = read(open("boss", "group"));
        var id = round.get("id").asString();
        assertThat(round.get("departments").asInt()).isEqualTo(3);
        assertThat(round.get("asOf").asString()).isEqualTo(clock.today().toString());
        probe.awaitOne("keshi.risk.round-opened.v1", id, PATIENCE);

        assertThat(answer(reply("tom", id, "team", "RISKS_FOUND"))).isEqualTo("409 round-none-registered");
        var risk = enterprise.risk("ona", "team", ",\"roundId\":\"" + id + "\"");
        assertThat(answer(reply("tom", id, "team", "NOTHING_NEW"))).isEqualTo("409 round-some-registered");
        var answered = read(reply("tom", id, "team", "RISKS_FOUND"));
        assertThat(answered.get("risks").asInt()).isOne();
        assertThat(answered.get("late").asBoolean()).isFalse();
        assertThat(answer(reply("tom", id, "team", "RISKS_FOUND"))).isEqualTo("409 round-answered-before");
        assertThat(answer(
                        enterprise.post("ona", "/risks", null, Enterprise.risk("team", ",\"roundId\":\"" + id + "\""))))
                .isEqualTo("422 round-does-not-ask");
        assertThat(answer(reply("otto", id, "other", "NOTHING_NEW"))).isEqualTo("200");

        assertThat(read(enterprise.get("ona", "/rounds/" + id)).get("answered").asInt())
                .isEqualTo(2);
        assertThat(read(enterprise.get("ona", "/risks?roundId=" + id))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(risk);
        assertThat(probe.awaitOne(
                                "keshi.risk.round-answered.v1",
                                answered.get("id").asString(),
                                PATIENCE)
                        .json())
                .contains("\"outcome\":\"RISKS_FOUND\"", "\"risks\":1");
    }

    @Test
    void answersAreGivenAndSeenAsFarAsOneReaches() {
        var id = read(open("boss", "group")).get("id").asString();

        assertThat(answer(reply("ona", id, "team", "NOTHING_NEW"))).isEqualTo("404 round-answer-not-found");
        assertThat(answer(reply("otto", id, "team", "NOTHING_NEW"))).isEqualTo("404 round-answer-not-found");
        assertThat(answer(reply("ada", id, "team", "NOTHING_NEW"))).isEqualTo("404 round-answer-not-found");
        assertThat(answers("boss", id).size()).isEqualTo(3);
        assertThat(answers("aud", id).size()).isEqualTo(3);
        assertThat(answers("tom", id).size()).isOne();
        assertThat(answers("ona", id).size()).isZero();
    }

    @Test
    void aRoundIsOpenedByWhoLeadsOnceForOneKeyAndNotForThePast() {
        assertThat(answer(open("tom", "group"))).isEqualTo("403 not-yours-to-ask");
        assertThat(answer(open("ada", "group"))).isEqualTo("403 not-yours-to-ask");
        assertThat(answer(open("tom", "nowhere"))).isEqualTo("422 department-missing");
        assertThat(answer(enterprise.post(
                        "tom",
                        "/rounds",
                        null,
                        round("team", clock.today().minusDays(1).toString()))))
                .isEqualTo("422 round-due-past");
        var key = UUID.randomUUID().toString();
        var request = round("team", clock.today().toString());
        assertThat(read(enterprise.post("tom", "/rounds", null, request, key)).get("id"))
                .isEqualTo(read(enterprise.post("tom", "/rounds", null, request, key))
                        .get("id"));
        assertThat(answer(enterprise.get("tom", "/rounds/none"))).isEqualTo("404 round-not-found");
    }

    private MvcTestResult open(String person, String department) {
        return enterprise.post(
                person,
                "/rounds",
                null,
                round(department, clock.today().plusDays(14).toString()));
    }

    private static String round(String department, String due) {
        return "{\"name\":\"本季度风险识别\",\"rootDepartmentId\":\"%s\",\"dueOn\":\"%s\"}".formatted(department, due);
    }

    private MvcTestResult reply(String person, String round, String department, String outcome) {
        return enterprise.post(
                person,
                "/rounds/" + round + "/answers/" + department,
                null,
                "{\"outcome\":\"%s\",\"note\":\"例会讨论\"}".formatted(outcome));
    }

    private JsonNode answers(String reader, String round) {
        return read(enterprise.get(reader, "/rounds/" + round + "/answers")).get("items");
    }
}
