package dev.keshi.risk.register;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Risks that are avoided, or transferred to somebody else, to their end; over HTTP, on a real store and broker. */
@RunningService
class ResponseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void begin() {
        enterprise.begin();
    }

    /** Whoever ends a business takes away how likely it is; whoever insures it, what it costs. */
    @ParameterizedTest
    @CsvSource({
        "AVOID, 停止单一供应商业务, 3, 0, 1, 4, 业务已停止",
        "TRANSFER, 向平安财险投保供应中断险, 0, 3, 4, 1, 保单已生效",
    })
    void aWarnedRiskIsAnsweredVerifiedAndClosed(
            String response,
            String title,
            int likelihoodSteps,
            int impactSteps,
            int likelihood,
            int impact,
            String outcome,
            EventProbe probe) {
        var risk = enterprise.risk();
        var path = "/risks/" + risk;
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);
        assertThat(answer(enterprise.report("program", indicator, daysAgo(3), "11")))
                .isEqualTo("200");
        var warning = read(enterprise.get("ona", "/indicators/" + indicator))
                .get("warningId")
                .asString();

        var responded = respond(risk, response, "");
        assertThat(answer(responded)).isEqualTo("200");
        assertThat(read(responded).get("response").get("kind").asString()).isEqualTo(response);
        // Expected was one step of each; what it really took off, its owner says.
        var measure = planned(risk, title, 1, 1);
        assertThat(answer(verified(risk, likelihood, impact))).isEqualTo("409 measures-open");
        assertThat(answer(closed(risk))).isEqualTo("409 measures-open");
        var done =
                "{\"cost\":{\"amount\":48000.50,\"currency\":\"CNY\"},\"actual\":{\"likelihood\":%d,\"impact\":%d},\"outcome\":\"%s\"}"
                        .formatted(likelihoodSteps, impactSteps, outcome);
        assertThat(answer(completed("ona", risk, measure, done))).isEqualTo("403 not-your-measure");
        assertThat(answer(completed("max", risk, measure, done))).isEqualTo("200");
        assertThat(answer(completed("max", risk, measure, done))).isEqualTo("409 measure-ended");

        var lowered = find(risk);
        assertThat(lowered.get("inherent").get("level").asString()).isEqualTo("HIGH");
        assertThat(lowered.get("current").get("level").asString()).isEqualTo("LOW");
        assertThat(lowered.get("current").get("likelihood").asInt()).isEqualTo(likelihood);
        assertThat(lowered.get("current").get("impact").asInt()).isEqualTo(impact);
        assertThat(lowered.get("current").get("measureId").asString()).isEqualTo(measure);
        var kept = lowered.get("measures").get(0);
        assertThat(kept.get("status").asString()).isEqualTo("DONE");
        assertThat(kept.get("title").asString()).isEqualTo(title);
        assertThat(kept.get("budget").get("amount").asString()).isEqualTo("50000.25");
        assertThat(kept.get("cost").get("amount").asString()).isEqualTo("48000.50");
        assertThat(kept.get("likelihoodTakenOff").asInt()).isEqualTo(likelihoodSteps);
        assertThat(kept.get("impactTakenOff").asInt()).isEqualTo(impactSteps);
        assertThat(kept.get("outcome").asString()).isEqualTo(outcome);

        assertThat(answer(closed(risk))).isEqualTo("409 assessment-open");
        assertThat(answer(enterprise.report("program", indicator, daysAgo(1), "7")))
                .isEqualTo("200");
        assertThat(answer(verified(risk, likelihood, impact))).isEqualTo("200");
        assertThat(read(enterprise.get("ona", "/warnings/" + warning))
                        .get("status")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(answer(closed(risk))).isEqualTo("200");
        assertThat(find(risk).get("closedBecause").asString()).isEqualTo("应对完成");
        assertThat(answer(respond(risk, response, ""))).isEqualTo("409 risk-closed");
        assertThat(answer(enterprise.command("ona", path, "/measures", measure(title, "max", due(), 1, 1))))
                .isEqualTo("409 risk-closed");

        var told = probe.await(
                        1, event -> event.key().equals(risk) && event.type().endsWith("risk-closed.v1"), PATIENCE)
                .getFirst();
        var all =
                probe.drain().stream().filter(event -> event.key().equals(risk)).toList();
        assertThat(all.getLast()).isEqualTo(told);
        assertThat(all)
                .extracting(event -> event.type().replace("keshi.risk.", "").replace(".v1", ""))
                .containsExactly(
                        "risk-registered",
                        "risk-assessed",
                        "risk-assessed",
                        "risk-assessment-opened",
                        "risk-responded",
                        "measure-assigned",
                        "measure-completed",
                        "risk-assessed",
                        "risk-assessed",
                        "risk-assessment-verified",
                        "risk-closed");
        assertThat(data(all.get(4)).get("response").asString()).isEqualTo(response);
        assertThat(data(all.get(6)).get("cost").asString()).isEqualTo("48000.50");
    }

    @ParameterizedTest
    @EnumSource(
            value = RiskResponse.class,
            names = {"AVOID", "TRANSFER"})
    void whatIsWrongAboutOneIsRefusedEachInItsWayAndNothingIsDone(RiskResponse wanted) {
        var response = wanted.name();
        var risk = enterprise.risk();
        var path = "/risks/" + risk;
        var before = enterprise.revision("ona", path);
        assertThat(answer(respond(risk, response, ",\"acceptedUntil\":\"" + due() + "\"")))
                .isEqualTo("422 expiry-without-acceptance");
        assertThat(answer(respond(risk, response + "ED", ""))).startsWith("400");
        for (var rationale : new String[] {"", ",\"rationale\":\" \"", ",\"rationale\":null"}) {
            assertThat(answer(enterprise.command(
                            "ona", path, "/respond", "{\"response\":\"" + response + "\"" + rationale + "}")))
                    .as(rationale)
                    .isEqualTo("400 invalid-request");
        }
        assertThat(answer(enterprise.command("ona", path, "/measures", measure("x", "max", due(), 1, 1))))
                .isEqualTo("409 no-response");
        var body = "{\"response\":\"%s\",\"rationale\":\"x\"}".formatted(response);
        assertThat(answer(enterprise.post("ona", path + "/respond", null, body)))
                .startsWith("428");
        assertThat(answer(enterprise.post("ona", path + "/respond", "999", body)))
                .isEqualTo("412 stale-version");
        assertThat(answer(enterprise.post("max", path + "/respond", before, body)))
                .isEqualTo("404 risk-not-found");
        assertThat(answer(enterprise.command("aud", path, "/respond", body))).isEqualTo("403 not-your-risk");
        assertThat(enterprise.revision("ona", path)).isEqualTo(before);

        assertThat(answer(respond(risk, response, ""))).isEqualTo("200");
        var answered = enterprise.revision("ona", path);
        var good = measure("x", "max", due(), 1, 1);
        assertThat(answer(enterprise.command("ona", path, "/measures", good.replace("max", "lea"))))
                .isEqualTo("422 person-has-left");
        assertThat(answer(enterprise.command("ona", path, "/measures", good.replace("max", "nobody"))))
                .isEqualTo("422 person-missing");
        assertThat(answer(enterprise.command("ona", path, "/measures", good.replace("max", "olga"))))
                .isEqualTo("403 owner-out-of-reach");
        assertThat(answer(enterprise.command(
                        "ona",
                        path,
                        "/measures",
                        measure("x", "max", clock.today().minusDays(1), 1, 1))))
                .isEqualTo("422 measure-due-past");
        assertThat(answer(enterprise.command("ona", path, "/measures", good.replace("CNY", "XQZ"))))
                .isEqualTo("422 currency-unknown");
        for (var steps : new int[] {-1, 5}) {
            assertThat(answer(enterprise.command("ona", path, "/measures", measure("x", "max", due(), steps, 0))))
                    .as("%d steps", steps)
                    .isEqualTo("400 invalid-request");
        }
        assertThat(enterprise.revision("ona", path)).isEqualTo(answered);

        var measure = planned(risk, "x", 1, 1);
        var planned = enterprise.revision("ona", path);
        assertThat(answer(completed(
                        "max", risk, measure, "{\"cost\":{\"amount\":-1,\"currency\":\"CNY\"},\"outcome\":\"x\"}")))
                .isEqualTo("400 invalid-request");
        assertThat(answer(completed("max", risk, measure, "{}"))).isEqualTo("400 invalid-request");
        // It is not accepted as long as something is done about it.
        assertThat(answer(respond(risk, "ACCEPT", ",\"acceptedUntil\":\"" + due() + "\"")))
                .isEqualTo("409 measures-open");
        assertThat(answer(verified(risk, 1, 1))).isEqualTo("409 nothing-to-verify");
        assertThat(enterprise.revision("ona", path)).isEqualTo(planned);
        assertThat(find(risk).get("response").get("kind").asString()).isEqualTo(response);
    }

    private MvcTestResult respond(String risk, String response, String more) {
        return enterprise.command(
                "ona",
                "/risks/" + risk,
                "/respond",
                "{\"response\":\"%s\",\"rationale\":\"损失超出承受能力\"%s}".formatted(response, more));
    }

    private String planned(String risk, String title, int likelihood, int impact) {
        var planned = enterprise.command(
                "ona", "/risks/" + risk, "/measures", measure(title, "max", due(), likelihood, impact));
        assertThat(answer(planned)).isEqualTo("200");
        return read(planned).get("measures").get(0).get("id").asString();
    }

    private static String measure(String title, String owner, LocalDate due, int likelihood, int impact) {
        return """
            {"title":"%s","ownerId":"%s","dueOn":"%s","budget":{"amount":50000.25,"currency":"CNY"},
             "expected":{"likelihood":%d,"impact":%d}}
            """.formatted(title, owner, due, likelihood, impact);
    }

    private MvcTestResult completed(String person, String risk, String measure, String body) {
        return enterprise.post(
                person,
                "/risks/" + risk + "/measures/" + measure + "/complete",
                enterprise.revision("ona", "/risks/" + risk),
                body);
    }

    private MvcTestResult verified(String risk, int likelihood, int impact) {
        return enterprise.command(
                "tom",
                "/risks/" + risk,
                "/verify",
                "{\"effective\":true,\"current\":{\"likelihood\":%d,\"impact\":%d},\"note\":\"现场查看\"}"
                        .formatted(likelihood, impact));
    }

    private MvcTestResult closed(String risk) {
        return enterprise.command("ona", "/risks/" + risk, "/close", "{\"reason\":\"应对完成\"}");
    }

    private JsonNode find(String risk) {
        return read(enterprise.get("ona", "/risks/" + risk));
    }

    private LocalDate due() {
        return clock.today().plusDays(30);
    }

    private String daysAgo(int days) {
        return clock.today().minusDays(days).toString();
    }

    private static JsonNode data(SeenEvent event) {
        return JsonMapper.shared().readTree(event.json());
    }
}
