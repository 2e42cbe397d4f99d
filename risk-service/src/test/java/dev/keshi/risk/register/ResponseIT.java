package dev.keshi.risk.register;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Risks that are avoided, or transferred to somebody else; over HTTP, on a real store and broker. */
@RunningService
class ResponseIT {

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @BeforeEach
    void begin() {
        enterprise.begin();
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

    private JsonNode find(String risk) {
        return read(enterprise.get("ona", "/risks/" + risk));
    }

    private LocalDate due() {
        return clock.today().plusDays(30);
    }
}
