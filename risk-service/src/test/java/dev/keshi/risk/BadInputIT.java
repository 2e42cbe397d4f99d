package dev.keshi.risk;

import static dev.keshi.risk.Enterprise.API;
import static dev.keshi.risk.Enterprise.answer;
import static dev.keshi.risk.Enterprise.as;
import static dev.keshi.risk.Enterprise.indicatorFedBy;
import static dev.keshi.risk.Enterprise.indicatorOf;
import static dev.keshi.risk.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.problems.BothLanguages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each kind of bad input has a problem type of its own, says so in both languages, and leaves nothing half done. */
@RunningService
class BadInputIT {

    private static final List<String> KEPT =
            List.of("matrices", "risks", "indicators", "warnings", "rounds", "round_answers");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MovedClock clock;

    private record Bad(
            String person, String path, @Nullable String revision, String body, String status, String code) {}

    @Test
    void eachHasItsOwnTypeInBothLanguagesAndNothingIsHalfDone(EventProbe probe) {
        enterprise.begin();
        var risk = enterprise.risk();
        var path = "/risks/" + risk;
        var now = enterprise.revision("ona", path);
        var indicator = enterprise.indicator(risk, "ABOVE", "10", "8", 1);
        var cases = List.of(
                new Bad("ada", "/matrices", null, matrix("hole"), "422", "matrix-hole"),
                new Bad("ada", "/matrices", null, matrix("small"), "422", "matrix-size"),
                new Bad("ada", "/matrices", null, matrix("falling"), "422", "matrix-falls"),
                new Bad(
                        "ona",
                        "/indicators",
                        null,
                        indicatorOf(risk, "ABOVE", "8", "10", 1),
                        "422",
                        "threshold-below-recovery"),
                new Bad(
                        "ona",
                        "/indicators",
                        null,
                        indicatorOf(risk, "BELOW", "95", "90", 1),
                        "422",
                        "threshold-above-recovery"),
                new Bad(
                        "ona",
                        "/indicators",
                        null,
                        indicatorOf(risk, "ABOVE", "10", "10.0", 1),
                        "422",
                        "threshold-without-hysteresis"),
                new Bad("ona", "/indicators", null, indicatorFedBy(risk, "no-such", "team"), "403", "feed-not-yours"),
                new Bad("tom", "/indicators", null, indicatorFedBy(risk, "no-such", "team"), "422", "feed-unknown"),
                new Bad("ona", path + "/respond", now, accepted(""), "422", "acceptance-without-expiry"),
                new Bad("ona", path + "/respond", now, accepted(until(0)), "422", "acceptance-expiry"),
                new Bad(
                        "ona",
                        path + "/respond",
                        now,
                        accepted(until(9)).replace("ACCEPT", "AVOID"),
                        "422",
                        "expiry-without-acceptance"),
                new Bad("lea", "/risks", null, Enterprise.risk("team", ""), "403", "caller-has-left"),
                new Bad("lea", "/indicators/" + indicator + "/report", null, values(1), "403", "caller-has-left"),
                new Bad("ona", path + "/hand-over", now, "{\"ownerId\":\"lea\"}", "422", "person-has-left"),
                new Bad("ona", path + "/hand-over", now, "{\"ownerId\":\"nobody\"}", "422", "person-missing"),
                new Bad("ona", "/indicators/" + indicator + "/report", null, values(-1), "422", "period-ahead"),
                new Bad("ona", path + "/verify", now, verification(), "409", "nothing-to-verify"));
        var published = published(probe);
        var before = kept();

        var types = new HashMap<String, String>();
        for (var bad : cases) {
            var chinese = refused(bad, "zh-CN");
            var english = refused(bad, "en");

            types.put(bad.code(), BothLanguages.say(bad, bad.status(), bad.code(), chinese, english));
            assertThat(kept()).as(bad.toString()).isEqualTo(before);
        }
        assertThat(types.values()).doesNotHaveDuplicates();
        assertThat(published(probe)).isEqualTo(published);
    }

    /** As docs/using-the-apis.md says. */
    @Test
    void decimalsAreSentAsNumbersAndAnsweredAsExactText() {
        enterprise.begin();
        var risk = enterprise.risk();
        var quoted = indicatorOf(risk, "ABOVE", "\"10.250000\"", "8", 1);
        assertThat(answer(enterprise.post("ona", "/indicators", null, quoted))).startsWith("400");

        var defined = enterprise.post("ona", "/indicators", null, indicatorOf(risk, "ABOVE", "10.250000", "8", 1));

        assertThat(answer(defined)).isEqualTo("201");
        assertThat(read(defined).get("threshold").isString()).isTrue();
        assertThat(read(defined).get("threshold").asString()).isEqualTo("10.250000");
    }

    private JsonNode refused(Bad bad, String language) {
        var request = http.post()
                .uri(API + bad.path())
                .with(as(bad.person()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType("application/json")
                .content(bad.body());
        var answer = (bad.revision() == null ? request : request.header("If-Match", "\"" + bad.revision() + "\""))
                .exchange();
        assertThat(answer(answer)).as(bad.toString()).startsWith("4");
        return read(answer);
    }

    /** Everything that commands change, but what the relay takes away. */
    private Map<String, List<String>> kept() {
        var kept = new HashMap<String, List<String>>();
        KEPT.forEach(name -> kept.put(
                name,
                mongo.getCollection(name)
                        .find()
                        .projection(new Document("outbox", 0))
                        .sort(new Document("_id", 1))
                        .map(Document::toString)
                        .into(new ArrayList<>())));
        return kept;
    }

    private static List<String> published(EventProbe probe) {
        return probe.drain().stream()
                .filter(event -> event.topic().equals("keshi.risk.v1"))
                .filter(event ->
                        !event.type().contains("registered") && !event.type().contains("assessed"))
                .filter(event -> !event.type().contains("indicator-defined"))
                .map(Object::toString)
                .toList();
    }

    private String matrix(String flaw) {
        var matrix = (ObjectNode) read(enterprise.get("ona", "/matrices/1"));
        matrix.remove(List.of("id", "version", "releasedAt"));
        matrix.put("follows", 1);
        var cells = (ArrayNode) matrix.get("cells");
        switch (flaw) {
            case "hole" -> ((ArrayNode) cells.get(1)).setNull(2);
            case "falling" -> ((ArrayNode) cells.get(4)).set(4, "LOW");
            default -> cells.remove(0);
        }
        return matrix.toString();
    }

    private static String accepted(String more) {
        return "{\"response\":\"ACCEPT\",\"rationale\":\"成本可控\"%s}".formatted(more);
    }

    private String until(int days) {
        return ",\"acceptedUntil\":\"" + clock.today().plusDays(days) + "\"";
    }

    private String values(int ago) {
        return "{\"values\":[{\"period\":\"" + clock.today().minusDays(ago) + "\",\"value\":1}]}";
    }

    private static String verification() {
        return "{\"effective\":true,\"current\":{\"likelihood\":2,\"impact\":2},\"note\":\"现场查看\"}";
    }
}
