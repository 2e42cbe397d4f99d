package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/**
 * Cycles that judge some families (部分考核) of two people, as their superior says: one by results (60), ability (25) and attitude (15), the other, an
 * assistant, by two indicators of results (30 each) and two of ability (20 each).
 */
@RunningService
class PartialCycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private final String unique = UUID.randomUUID().toString();
    private final String department = "part-" + unique;
    private final String leader = "lea-" + unique;
    private final String clerk = "clerk-" + unique;
    private final String assistant = "assistant-" + unique;

    @BeforeEach
    void people() {
        enterprise.begin();
        enterprise.department("whole-" + unique, null, leader);
        enterprise.department(department, "whole-" + unique, leader);
        enterprise.person(leader, "whole-" + unique, null, "2019-01-01");
        enterprise.person(clerk, department, null, "2019-01-01");
        enterprise.person(assistant, department, "assistant", "2019-01-01");
    }

    @Test
    void onlyWhatIsOfTheFamiliesIsAskedForScoredExplainedTriedAndTold(EventProbe probe) {
        var cycle = opened(",\"families\":[\"ATTITUDE\",\"ABILITY\"]");
        assertThat(words(read(enterprise.get("hana", API + "/cycles/" + cycle)).get("families")))
                .containsExactly("ABILITY", "ATTITUDE");
        assertThat(asked(cycle, clerk)).containsExactly("ability 25 62.5", "attitude 15 37.5");
        assertThat(asked(cycle, assistant)).containsExactly("problem-solving 20 50.0", "communication 20 50.0");
        var tooMuch = give(cycle, clerk, "results:100", "ability:80", "attitude:86");
        assertThat(answer(tooMuch)).isEqualTo("422 rating-incomplete");
        assertThat(body(tooMuch)).contains("indicator-unknown", "results");
        assertThat(answer(give(cycle, clerk, "ability:80"))).isEqualTo("422 rating-incomplete");
        assertThat(answer(give(cycle, clerk, "ability:80", "attitude:86"))).isEqualTo("200");
        assertThat(answer(give(cycle, assistant, "problem-solving:90", "communication:70")))
                .isEqualTo("200");
        step(cycle, "close-rating", "CALIBRATION");

        // (25 x 80 + 15 x 86) / 40 = 82.25, half: to the even 2; (20 x 90 + 20 x 70) / 40.
        assertThat(seen(cycle, clerk).get("total").asString()).isEqualTo("82.2");
        assertThat(seen(cycle, clerk).get("weightCounted").asString()).isEqualTo("100.0");
        assertThat(seen(cycle, assistant).get("total").asString()).isEqualTo("80.0");
        var explained = explanation(cycle, clerk);
        assertThat(explained.get("basis").get("ruleVersion").asInt()).isEqualTo(ScoringRules.VERSION);
        assertThat(words(explained.get("basis").get("families"))).containsExactly("ABILITY", "ATTITUDE");
        assertThat(explained.get("parts").get(0).get("parts").valueStream())
                .extracting(one -> one.get("subject").asString() + " " + one.get("weight") + " " + one.get("share"))
                .containsExactly("ability 25 62.5", "attitude 15 37.5");
        otherWeightsAreTriedOfWhatIsJudged(cycle);
        step(cycle, "publish", "PUBLISHED");

        for (var type : List.of("opened", "published")) {
            assertThat(probe.awaitOne("keshi.performance.cycle-" + type + ".v1", cycle, PATIENCE)
                            .json())
                    .contains("\"families\":[\"ABILITY\",\"ATTITUDE\"]");
        }
        assertThat(probe.awaitOne("keshi.performance.appraisal-published.v1", id(cycle, clerk), PATIENCE)
                        .json())
                .contains("\"total\":\"82.2\"", "\"code\":\"ability\"", "\"code\":\"attitude\"")
                .doesNotContain("\"results\"");
    }

    /** Of a template of 100: what is not judged keeps its 60. */
    private void otherWeightsAreTriedOfWhatIsJudged(String cycle) {
        var template = "&weights="
                + seen(cycle, clerk).get("stays").get(0).get("templateId").asString();
        var replay = API + "/cycles/" + cycle + "/replay?limit=100";

        // (10 x 80 + 30 x 86) / 40
        var tried = read(enterprise.get("hana", replay + template + ":ability:10" + template + ":attitude:30"));
        assertThat(tried.get("items")
                        .valueStream()
                        .filter(one -> one.get("personId").asString().equals(clerk)))
                .extracting(one -> one.get("total").asString() + " "
                        + one.get("otherTotal").asString())
                .containsExactly("82.2 84.5");
        var balanced = template + ":results:50" + template + ":ability:35";
        for (var language : List.of("en", "zh-CN")) {
            var refused = http.get()
                    .uri(replay + balanced)
                    .with(as("hana"))
                    .header("Accept-Language", language)
                    .exchange();
            assertThat(answer(refused)).isEqualTo("422 replay-indicator-not-judged");
            assertThat(read(refused).get("title").asString().matches("(?U).*\\p{IsHan}.*"))
                    .as(language)
                    .isEqualTo(language.equals("zh-CN"));
        }
        assertThat(answer(enterprise.get("hana", replay + template + ":ability:10" + template + ":attitude:40")))
                .isEqualTo("422 replay-weights-not-hundred");
    }

    @Test
    void whatEventsFeedIsMeasuredOnlyWhereItIsJudged() {
        var code = "measured-" + unique.substring(0, 8);
        released(code);
        sold(clerk, 50);
        var value = API + "/indicators/sales-target/value?on=2020-03-31&personId=" + clerk;
        eventually(() -> assertThat(
                        read(enterprise.get("hana", value)).path("value").asDouble(-1))
                .isEqualTo(50));

        var results = opened(",\"families\":[\"RESULT\"],\"templates\":[\"" + code + "\"]");
        assertThat(ratings(leader, results))
                .as("nobody is asked where events say it all")
                .isEmpty();
        step(results, "close-rating", "CALIBRATION");
        assertThat(seen(results, clerk).get("total").asString()).isEqualTo("50.0");

        var ability = opened(",\"families\":[\"ABILITY\"],\"templates\":[\"" + code + "\"]");
        for (var person : List.of(clerk, assistant)) {
            assertThat(asked(ability, person)).containsExactly("insight 40 100.0");
            assertThat(answer(give(ability, person, "insight:88"))).isEqualTo("200");
        }
        step(ability, "close-rating", "CALIBRATION");
        assertThat(seen(ability, clerk).get("total").asString()).isEqualTo("88.0");
        assertThat(explanation(ability, clerk).toString()).contains("insight").doesNotContain("sales-target");
    }

    @Test
    void whoseTemplateHasNothingOfTheFamiliesIsNeitherRatedNorGradedAndHoldsUpNobody(EventProbe probe) {
        var cycle = opened(",\"families\":[\"ATTITUDE\"]");
        for (var person : List.of(clerk, assistant)) {
            assertThat(answer(enterprise.post(
                            leader, "/appraisals/" + id(cycle, person) + "/peers", null, "{\"personIds\":[\"hugo\"]}")))
                    .isEqualTo("204");
        }
        assertThat(ratings(leader, cycle).stream()
                        .map(one -> one.get("subjectId").asString()))
                .containsExactly(clerk);
        assertThat(ratings("hugo", cycle).stream()
                        .map(one -> one.get("subjectId").asString()))
                .containsExactly(clerk);
        assertThat(answer(give(cycle, clerk, "attitude:91"))).isEqualTo("200");
        step(cycle, "close-rating", "CALIBRATION");
        step(cycle, "publish", "PUBLISHED");

        assertThat(seen(cycle, clerk).get("grade").asString()).isEqualTo("EXCELLENT");
        assertThat(seen(cycle, assistant).has("grade")).isFalse();
        assertThat(explanation(cycle, assistant)
                        .get("parts")
                        .get(0)
                        .get("leftOut")
                        .asString())
                .isEqualTo("NOT_JUDGED");
        assertThat(probe.awaitOne("keshi.performance.cycle-published.v1", cycle, PATIENCE)
                        .json())
                .contains("\"unscored\":1");
    }

    @Test
    void peersAreAskedAboutTheLastOfThePositionsThatAreRated() {
        var mover = "mover-" + unique;
        enterprise.person(mover, department, null, "2019-01-01");
        enterprise.moves(mover, department, "assistant", "2020-02-16");
        var cycle = opened(",\"families\":[\"ATTITUDE\"]");

        assertThat(answer(enterprise.post(
                        leader, "/appraisals/" + id(cycle, mover) + "/peers", null, "{\"personIds\":[\"hugo\"]}")))
                .isEqualTo("204");

        assertThat(ratings("hugo", cycle).stream()
                        .map(one -> one.get("subjectId").asString()))
                .containsExactly(mover);
    }

    /** What was agreed on then goes on meaning what it did. */
    @Test
    void aPartialCycleFromBeforeFamiliesWereNamedJudgesThemAll(EventProbe probe) {
        var cycle = planned("COMPREHENSIVE", "");
        mongo.getCollection("cycles")
                .updateOne(new Document("_id", cycle), new Document("$set", new Document("state.extent", "PARTIAL")));
        step(cycle, "open", "RATING");

        assertThat(asked(cycle, clerk)).containsExactly("results 60 -", "ability 25 -", "attitude 15 -");
        var told = read(enterprise.get("hana", API + "/cycles/" + cycle));
        assertThat(told.get("extent").asString()).isEqualTo("PARTIAL");
        assertThat(told.has("families")).isFalse();
        assertThat(probe.awaitOne("keshi.performance.cycle-opened.v1", cycle, PATIENCE)
                        .json())
                .contains("\"extent\":\"PARTIAL\"")
                .doesNotContain("families");
    }

    /** Results by what was sold, 60; the rest ability. */
    private void released(String code) {
        var drafted = enterprise.post("hana", "/templates", null, """
            {"code":"%s","name":"计量","positions":[],"indicators":[
              {"code":"sales-target","family":"RESULT","weight":60,"source":"EVENTS","scale":{"zeroAt":0,"fullAt":100},
               "name":"销售","standard":"达成目标"},
              {"code":"insight","family":"ABILITY","weight":40,"name":"能力","standard":"胜任岗位"}]}
            """.formatted(code));
        assertThat(status(drafted)).as(body(drafted)).isEqualTo(201);
        var path = "/templates/" + read(drafted).get("id").asString();
        assertThat(answer(enterprise.post("hana", path + "/release", "1", ""))).isEqualTo("200");
    }

    /** Of a hundred that are the target. */
    private void sold(String person, int amount) {
        var imported = http.post()
                .uri(API + "/indicators/sales-target/figures")
                .with(as("hana"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .content("personId,on,amount,base\n%s,2020-01-31,%d,100\n".formatted(person, amount))
                .exchange();
        assertThat(answer(imported)).isEqualTo("200");
    }

    private String opened(String more) {
        var cycle = planned("PARTIAL", more);
        step(cycle, "open", "RATING");
        return cycle;
    }

    private String planned(String extent, String more) {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"部分","kind":"QUARTERLY","extent":"%s","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-03-31","departmentId":"%s","raterWeights":{"self":0,"superior":100,"peer":0}%s}
            """.formatted(extent, department, more));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        return read(planned).get("id").asString();
    }

    private void step(String cycle, String verb, String status) {
        var path = "/cycles/" + cycle;
        assertThat(answer(enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "")))
                .isEqualTo("202");
        Eventually.holds(() -> read(enterprise.get("hana", API + path))
                .get("status")
                .asString()
                .equals(status));
    }

    /** Of the superior about somebody: code, weight and share of each indicator. */
    private List<String> asked(String cycle, String person) {
        return rating(cycle, person)
                .get("indicators")
                .valueStream()
                .map(one -> one.get("code").asString() + " " + one.get("weight") + " "
                        + one.path("share").asString("-"))
                .toList();
    }

    private MvcTestResult give(String cycle, String person, String... points) {
        var sheet = List.of(points).stream()
                .map(one -> one.split(":", -1))
                .map(one -> "{\"indicator\":\"%s\",\"points\":%s}".formatted(one[0], one[1]))
                .toList();
        return enterprise.post(
                leader,
                "/ratings/" + rating(cycle, person).get("id").asString() + "/give",
                "1",
                "{\"points\":[" + String.join(",", sheet) + "]}");
    }

    private JsonNode rating(String cycle, String person) {
        return ratings(leader, cycle).stream()
                .filter(one -> one.get("subjectId").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Open ones; nobody here is asked for a hundred. */
    private List<JsonNode> ratings(String rater, String cycle) {
        return read(enterprise.get(rater, API + "/ratings?limit=100&status=OPEN"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .toList();
    }

    private JsonNode seen(String cycle, String person) {
        return read(enterprise.get("hana", API + "/appraisals/" + id(cycle, person)));
    }

    private JsonNode explanation(String cycle, String person) {
        return read(enterprise.get("hana", API + "/appraisals/" + id(cycle, person) + "/explanation"));
    }

    private static String id(String cycle, String person) {
        return Opening.appraisalId(new CycleId(cycle), person).value();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
