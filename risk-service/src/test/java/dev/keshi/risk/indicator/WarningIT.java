package dev.keshi.risk.indicator;

import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.indicatorOf;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.Enterprise;
import dev.keshi.risk.MovedClock;
import dev.keshi.risk.RunningService;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Indicators and warnings over HTTP, on a real store and broker. */
@RunningService
class WarningIT {

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
    void anOscillatingFigureRaisesOneWarningThatIsHandledToItsEnd(EventProbe probe) {
        var risk = enterprise.risk();
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 2);
        for (int day = 0; day < 20; day++) {
            var value = day % 5 == 4 ? "9" : "11";
            assertThat(answer(enterprise.report("program", indicator, day(30 - day), value)))
                    .isEqualTo("200");
        }

        var warned = read(enterprise.get("ona", "/indicators/" + indicator));
        assertThat(warned.get("warnings").asInt()).isOne();
        var warning = warned.get("warningId").asString();
        assertThat(warning("tom", warning).get("since").asString()).isEqualTo(day(29));
        var opened = read(enterprise.get("ona", "/risks/" + risk)).get("assessment");
        assertThat(opened.get("warnings").valueStream().map(JsonNode::asString)).containsExactly(warning);

        enterprise.command("ona", "/risks/" + risk, "/respond", "{\"response\":\"REDUCE\",\"rationale\":\"影响交付\"}");
        var planned = read(enterprise.command("ona", "/risks/" + risk, "/measures", measure()));
        assertThat(planned.get("measures").get(0).get("assessmentId")).isEqualTo(opened.get("id"));
        var measure = planned.get("measures").get(0).get("id").asString();
        assertThat(answer(verify("tom", risk, true))).isEqualTo("409 measures-open");
        assertThat(answer(enterprise.command(
                        "max", "/risks/" + risk, "/measures/" + measure + "/complete", "{\"outcome\":\"已签约\"}")))
                .isEqualTo("200");
        assertThat(read(enterprise.get("ona", "/risks/" + risk))
                        .get("current")
                        .get("level")
                        .asString())
                .isEqualTo("MEDIUM");
        assertThat(answer(enterprise.report("program", indicator, day(5), "7"))).isEqualTo("200");
        assertThat(warning("ona", warning).get("status").asString()).isEqualTo("RECOVERED");

        assertThat(answer(verify("tom", risk, true))).isEqualTo("200");

        assertThat(warning("ona", warning).get("status").asString()).isEqualTo("CLOSED");
        assertThat(read(enterprise.get("ona", "/risks/" + risk)).has("assessment"))
                .isFalse();
        assertThat(probe.await(3, event -> event.key().equals(warning), PATIENCE))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.risk.warning-raised.v1",
                        "keshi.risk.warning-recovered.v1",
                        "keshi.risk.warning-closed.v1");
        probe.awaitOne("keshi.risk.risk-assessment-verified.v1", risk, PATIENCE);
    }

    @Test
    void aThresholdBelowItsOwnRecoveryLevelIsRefused() {
        var risk = enterprise.risk();

        assertThat(answer(enterprise.post("ona", "/indicators", null, indicatorOf(risk, "ABOVE", "8", "10", 1))))
                .isEqualTo("422 threshold-below-recovery");
        assertThat(answer(enterprise.post("ona", "/indicators", null, indicatorOf(risk, "BELOW", "95", "90", 1))))
                .isEqualTo("422 threshold-above-recovery");
        assertThat(answer(enterprise.post("ona", "/indicators", null, indicatorOf(risk, "ABOVE", "10", "10.0", 1))))
                .isEqualTo("422 threshold-without-hysteresis");
        assertThat(read(enterprise.get("ona", "/indicators?riskId=" + risk))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void whatWatchesARiskIsOwnedByPeopleOfItsDepartmentUnlessALeaderNamesOthers() {
        var risk = enterprise.risk();
        var ofMax = indicatorOf(risk, "ABOVE", "10", "8", 1).replaceFirst("\\{", "{\"ownerId\":\"max\",");
        var ofOlga = ofMax.replace("max", "olga");

        assertThat(answer(enterprise.post("ona", "/indicators", null, ofOlga))).isEqualTo("403 owner-out-of-reach");
        assertThat(answer(enterprise.post("ona", "/indicators", null, ofMax))).isEqualTo("201");
        assertThat(answer(enterprise.post("tom", "/indicators", null, ofOlga))).isEqualTo("201");
    }

    @Test
    void manyReportsOfABreachAtTheSameMomentRaiseOneWarning() {
        var risk = enterprise.risk();
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);

        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 12)
                    .forEach(i -> programs.submit(() ->
                            Eventually.holds(() -> answer(enterprise.report("program", indicator, day(i), "11"))
                                    .equals("200"))));
        }

        var judged = read(enterprise.get("ona", "/indicators/" + indicator));
        assertThat(judged.get("readings").size()).isEqualTo(12);
        assertThat(judged.get("warnings").asInt()).isOne();
        assertThat(read(enterprise.get("ona", "/risks/" + risk))
                        .get("assessment")
                        .get("warnings")
                        .size())
                .isOne();
    }

    @Test
    void aCorrectedValueIsTheValueOfItsPeriod() {
        var risk = enterprise.risk();
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);
        enterprise.report("ona", indicator, day(3), "11");
        var warning = read(enterprise.get("ona", "/indicators/" + indicator))
                .get("warningId")
                .asString();

        enterprise.report("ona", indicator, day(3), "9.5");

        var judged = read(enterprise.get("ona", "/indicators/" + indicator));
        assertThat(judged.has("warningId")).isFalse();
        assertThat(judged.get("readings").get(0).get("value").asString()).isEqualTo("9.5");
        assertThat(warning("ona", warning).get("status").asString()).isEqualTo("RECOVERED");
        assertThat(warning("ona", warning).has("recoveredOn")).isFalse();
    }

    @Test
    void aWarningThatNobodyTakesNoteOfGoesUpOnce(EventProbe probe) {
        var known = warned();
        var unknown = warned();
        assertThat(answer(enterprise.command("ona", "/warnings/" + known, "/acknowledge", "")))
                .isEqualTo("200");
        assertThat(answer(enterprise.command("ona", "/warnings/" + known, "/acknowledge", "")))
                .isEqualTo("409 nothing-to-acknowledge");

        clock.letPass(3);

        assertThat(probe.awaitOne("keshi.risk.warning-escalated.v1", unknown, PATIENCE)
                        .json())
                .contains("\"escalatedTo\":\"tom\"", "\"name\":\"交货延误率\"");
        assertThat(warning("tom", unknown).get("escalatedTo").asString()).isEqualTo("tom");
        assertThat(warning("tom", known).has("escalatedTo")).isFalse();
    }

    @Test
    void indicatorsAndWarningsAreSeenAndKeptAsFarAsOneReaches() {
        var risk = enterprise.risk();
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);
        enterprise.report("ona", indicator, day(1), "11");
        var warning = read(enterprise.get("ona", "/indicators/" + indicator))
                .get("warningId")
                .asString();

        for (var reader : List.of("ona", "tom", "boss", "aud", "ada")) {
            assertThat(answer(enterprise.get(reader, "/indicators/" + indicator)))
                    .as(reader)
                    .isEqualTo("200");
            assertThat(answer(enterprise.get(reader, "/warnings/" + warning)))
                    .as(reader)
                    .isEqualTo("200");
        }
        for (var other : List.of("max", "olga", "otto", "hana", "program")) {
            assertThat(answer(enterprise.get(other, "/indicators/" + indicator)))
                    .as(other)
                    .startsWith("404");
            assertThat(answer(enterprise.get(other, "/warnings/" + warning)))
                    .as(other)
                    .startsWith("404");
            assertThat(read(enterprise.get(other, "/warnings?limit=100"))
                            .get("items")
                            .toString())
                    .as(other)
                    .doesNotContain(warning);
        }
        for (var reader : List.of("aud", "ada")) {
            assertThat(answer(enterprise.report(reader, indicator, day(1), "1")))
                    .isEqualTo("403 not-your-indicator");
            assertThat(answer(enterprise.command(reader, "/warnings/" + warning, "/acknowledge", "")))
                    .isEqualTo("403 not-your-indicator");
        }
        assertThat(answer(enterprise.report("max", indicator, day(1), "1"))).isEqualTo("404 indicator-not-found");
        assertThat(answer(enterprise.post("olga", "/indicators", null, indicatorOf(risk, "ABOVE", "2", "1", 1))))
                .isEqualTo("404 risk-not-found");
        assertThat(answer(enterprise.post("program", "/indicators/" + indicator + "/retire", "2", "")))
                .startsWith("403");
    }

    @Test
    void valuesThatCannotBeAreRefusedEachInItsWay() {
        var risk = enterprise.risk();
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);

        assertThat(answer(enterprise.report("ona", indicator, day(-1), "1"))).isEqualTo("422 period-ahead");
        assertThat(answer(enterprise.report("ona", indicator, day(1), "\"eleven\"")))
                .startsWith("400");
        assertThat(answer(enterprise.report("ona", indicator, day(1), "1e30"))).startsWith("400");
        assertThat(answer(enterprise.post(
                        "ona",
                        "/indicators/" + indicator + "/report",
                        null,
                        "{\"values\":[{\"period\":\"%s\",\"value\":1},{\"period\":\"%s\",\"value\":2}]}"
                                .formatted(day(1), day(1)))))
                .isEqualTo("422 period-twice");
        var monthly = enterprise.post(
                "ona",
                "/indicators",
                null,
                indicatorOf(risk, "ABOVE", "10", "8", 1).replace("DAILY", "MONTHLY"));
        assertThat(answer(enterprise.report("ona", read(monthly).get("id").asString(), "2026-01-15", "1")))
                .isEqualTo("422 not-a-period");
        assertThat(answer(enterprise.report("lea", indicator, day(1), "1"))).isEqualTo("403 caller-has-left");
        assertThat(answer(enterprise.command("ona", "/indicators/" + indicator, "/retire", "")))
                .isEqualTo("200");
        assertThat(answer(enterprise.report("ona", indicator, day(1), "1"))).isEqualTo("409 indicator-retired");
    }

    private String warned() {
        var indicator = enterprise.indicator(enterprise.risk(), "ABOVE", "10", "8", 1);
        enterprise.report("ona", indicator, day(1), "11");
        return read(enterprise.get("ona", "/indicators/" + indicator))
                .get("warningId")
                .asString();
    }

    private JsonNode warning(String reader, String id) {
        return read(enterprise.get(reader, "/warnings/" + id));
    }

    private MvcTestResult verify(String person, String risk, boolean effective) {
        return enterprise.command(
                person,
                "/risks/" + risk,
                "/verify",
                "{\"effective\":%s,\"current\":{\"likelihood\":2,\"impact\":4},\"note\":\"现场查看\"}"
                        .formatted(effective));
    }

    private String measure() {
        return """
            {"title":"引入第二家供应商","ownerId":"max","dueOn":"%s","expected":{"likelihood":2,"impact":0}}
            """.formatted(clock.today().plusDays(30));
    }

    /** So many days ago. */
    private String day(int ago) {
        return clock.today().minusDays(ago).toString();
    }
}
