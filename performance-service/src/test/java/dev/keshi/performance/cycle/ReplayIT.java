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
import dev.keshi.test.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/**
 * Five people, judged by results (60), ability (25) and attitude (15) as their superior says: A 95.1, B 95.1, C 91.0, D 85.0, E 65.5. By 20, 60
 * and 20 they would be at 93.2, 95.1, 94.0, 88.8 and 70.0.
 */
@RunningService
class ReplayIT {

    private static final Map<String, double[]> SHEETS = Map.of(
            "A", new double[] {96, 90, 100},
            "B", new double[] {95.1, 95.1, 95.1},
            "C", new double[] {90, 100, 80},
            "D", new double[] {80, 88, 100},
            "E", new double[] {60, 70, 80});

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    private final String unique = UUID.randomUUID().toString();
    private final String department = "crew-" + unique;
    private final String leader = "lou-" + unique;

    @BeforeEach
    void people() {
        enterprise.begin();
        enterprise.department("office-" + unique, null, leader);
        enterprise.department(department, "office-" + unique, leader);
        enterprise.person(leader, "office-" + unique, null, "2019-01-01");
        SHEETS.keySet().forEach(one -> enterprise.person(person(one), department, null, "2019-01-01"));
    }

    @Test
    void otherWeightsOfIndicatorsMakeOtherTotalsBesideThoseThatStand() {
        var cycle = scored("");

        var tried = tried("hana", cycle, weights(cycle, 20, 60, 20));

        assertThat(column(tried, "total"))
                .isEqualTo(Map.of("A", "95.1", "B", "95.1", "C", "91.0", "D", "85.0", "E", "65.5"));
        assertThat(column(tried, "otherTotal"))
                .isEqualTo(Map.of("A", "93.2", "B", "95.1", "C", "94.0", "D", "88.8", "E", "70.0"));
        assertThat(column(tried, "otherGrade"))
                .isEqualTo(grades("EXCELLENT", "EXCELLENT", "EXCELLENT", "GOOD", "PASS"));
        // 60 and 40 of 85: what is not named stays 15.
        assertThat(column(
                        tried(
                                "hana",
                                cycle,
                                "&weights=" + general(cycle) + ":results:25&weights=" + general(cycle) + ":ability:60"),
                        "otherTotal"))
                .containsEntry("A", "93.0")
                .containsEntry("E", "69.0");
        assertThat(column(tried("hana", cycle, ""), "otherTotal")).isEqualTo(column(tried, "total"));
    }

    @Test
    void aDistributionThatIsTriedRanksEverybodyByTheOtherTotalsAndSplitsNoTie() {
        var cycle = scored("");
        var stands = column(tried("hana", cycle, ""), "grade");
        assertThat(stands.values()).contains("EXCELLENT", "GOOD");

        // Room for two and one of five.
        assertThat(column(tried("hana", cycle, "&mostExcellent=40&mostGood=20"), "otherGrade"))
                .isEqualTo(grades("EXCELLENT", "EXCELLENT", "GOOD", "PASS", "PASS"));
        // Room for one, where two tie.
        assertThat(column(tried("hana", cycle, "&mostExcellent=20&mostGood=20"), "otherGrade"))
                .isEqualTo(grades("PASS", "PASS", "PASS", "PASS", "PASS"));
        // Where neither says how many are excellent, everybody may be.
        assertThat(column(tried("hana", cycle, "&mostGood=0"), "otherGrade"))
                .isEqualTo(grades("EXCELLENT", "EXCELLENT", "EXCELLENT", "PASS", "PASS"));
        var both = "&mostExcellent=40&mostGood=20" + weights(cycle, 20, 60, 20);
        assertThat(column(tried("hana", cycle, both), "otherGrade"))
                .isEqualTo(grades("GOOD", "EXCELLENT", "EXCELLENT", "PASS", "PASS"));
        assertThat(column(tried("hana", cycle, both + "&excellent=95"), "otherGrade"))
                .isEqualTo(grades("PASS", "EXCELLENT", "GOOD", "PASS", "PASS"));
        assertThat(column(tried("hana", cycle, both), "grade"))
                .as("what stands is not touched")
                .isEqualTo(stands);
    }

    @Test
    void eachPageIsGradedAsAllOfThemTogether() {
        var cycle = scored("");
        var query = "&mostExcellent=40&mostGood=20" + weights(cycle, 20, 60, 20);

        var paged = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(enterprise.get("hana", replay(cycle) + "?limit=2" + query + next));
            page.get("items").forEach(paged::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());

        assertThat(paged).isEqualTo(tried("hana", cycle, query)).hasSize(5);
    }

    @Test
    void whatIsNotSaidIsAsTheCycleHasIt() {
        var cycle = scored(",\"distribution\":{\"mostExcellent\":40,\"mostGood\":20}");

        var same = tried("hana", cycle, "");
        assertThat(column(same, "grade")).isEqualTo(grades("EXCELLENT", "EXCELLENT", "GOOD", "PASS", "PASS"));
        assertThat(column(same, "otherGrade")).isEqualTo(column(same, "grade"));
        assertThat(column(tried("hana", cycle, "&mostExcellent=20"), "otherGrade"))
                .isEqualTo(grades("PASS", "PASS", "PASS", "PASS", "PASS"));
        assertThat(column(tried("hana", cycle, "&mostExcellent=100&mostGood=100"), "otherGrade"))
                .isEqualTo(grades("EXCELLENT", "EXCELLENT", "EXCELLENT", "GOOD", "PASS"));
    }

    @Test
    void whereAGradeWasCalibratedTheTrialSaysSo() {
        var cycle = scored("");
        var path = "/appraisals/" + id(cycle, "D");
        assertThat(status(enterprise.post(
                        "hana",
                        path + "/calibrate",
                        enterprise.revision("hana", path),
                        "{\"grade\":\"EXCELLENT\",\"reason\":\"带新人\"}")))
                .isEqualTo(200);

        var tried = tried("hana", cycle, "");

        assertThat(column(tried, "calibrated")).isEqualTo(Map.of("D", "true"));
        assertThat(column(tried, "grade")).containsEntry("D", "EXCELLENT");
        assertThat(column(tried, "otherGrade")).containsEntry("D", "GOOD");
    }

    @Test
    void whatArrivesAfterTheScoringIsNoPartOfATrial() {
        var code = "measured-" + unique.substring(0, 8);
        released(code);
        sold("A", "2020-01-31", 50);
        eventually(() -> assertThat(sales("A")).isEqualTo(50));
        var cycle = scored(",\"templates\":[\"%s\"]".formatted(code));
        // 60 percent of 50 and 40 of 90; of the others only the ability counts.
        var stands = Map.of("A", "66.0", "B", "95.1", "C", "100.0", "D", "88.0", "E", "70.0");
        assertThat(column(tried("hana", cycle, ""), "total")).isEqualTo(stands);

        sold("A", "2020-02-29", 100);
        sold("B", "2020-02-29", 100);
        eventually(() -> assertThat(sales("A")).isEqualTo(75));
        eventually(() -> assertThat(sales("B")).isEqualTo(100));

        assertThat(column(tried("hana", cycle, ""), "otherTotal")).isEqualTo(stands);
        var template = "&weights=" + general(cycle);
        var turned = column(
                tried("hana", cycle, template + ":sales-target:40" + template + ":ability:60&mostExcellent=40"),
                "otherTotal");
        assertThat(turned).containsEntry("A", "74.0").containsEntry("B", "95.1");
    }

    /** Sixty percent by what was sold. */
    private void released(String code) {
        var drafted = enterprise.post("hana", "/templates", null, """
            {"code":"%s","name":"计量","positions":[],"indicators":[
              {"code":"sales-target","family":"RESULT","weight":60,"source":"EVENTS","scale":{"zeroAt":0,"fullAt":100},
               "name":"销售","standard":"达成目标"},
              {"code":"ability","family":"ABILITY","weight":40,"name":"能力","standard":"胜任岗位"}]}
            """.formatted(code));
        assertThat(status(drafted)).as(body(drafted)).isEqualTo(201);
        var path = "/templates/" + read(drafted).get("id").asString();
        assertThat(answer(enterprise.post("hana", path + "/release", "1", ""))).isEqualTo("200");
    }

    /** Of a hundred that are the target. */
    private void sold(String person, String on, int amount) {
        var imported = http.post()
                .uri(API + "/indicators/sales-target/figures")
                .with(as("hana"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .content("personId,on,amount,base\n%s,%s,%d,100\n".formatted(person(person), on, amount))
                .exchange();
        assertThat(answer(imported)).isEqualTo("200");
    }

    /** In percent of the target, in the quarter; -1 when nothing is known. */
    private double sales(String person) {
        var value = API + "/indicators/sales-target/value?on=2020-03-31&personId=" + person(person);
        return read(enterprise.get("hana", value)).path("value").asDouble(-1);
    }

    /** Where the ceilings lie would tell the result, to whoever tries enough of them. */
    @Test
    void whoHasRatedAsAPeerIsNotToldByTheRanksWhatCameOut() {
        var cycle = opened("");
        var peers = "/appraisals/" + id(cycle, "A") + "/peers";
        assertThat(answer(enterprise.post(leader, peers, null, "{\"personIds\":[\"hugo\"]}")))
                .isEqualTo("204");
        give("hugo", cycle, "A", new double[] {1, 1, 1});
        rated(cycle);

        // Room for one of five, where A and B tie; for one of four, of whom B is the first.
        var quarter = "&mostExcellent=25&mostGood=100";
        assertThat(column(tried("hana", cycle, quarter), "otherGrade"))
                .isEqualTo(grades("GOOD", "GOOD", "GOOD", "GOOD", "PASS"));
        var hidden = tried("hugo", cycle, quarter);
        assertThat(column(hidden, "otherGrade"))
                .isEqualTo(Map.of("B", "EXCELLENT", "C", "GOOD", "D", "GOOD", "E", "PASS"));
        assertThat(column(hidden, "total")).doesNotContainKey("A");
        assertThat(hidden).hasSize(5);
    }

    @Test
    void eachBadRuleIsRefusedInItsOwnWayInBothLanguages() {
        var cycle = scored("");
        var used = general(cycle);
        var other = read(enterprise.get("hana", API + "/templates?code=secretary"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        var bad = new TreeMap<String, String>();
        bad.put("&weights=results", "400 invalid-request");
        bad.put("&weights=" + used + ":results:0", "400 invalid-request");
        bad.put("&weights=" + used + ":results:60.5", "400 invalid-request");
        bad.put("&mostExcellent=101", "400 invalid-request");
        bad.put("&mostGood=-1", "400 invalid-request");
        bad.put("&weights=" + used + ":charm:10", "422 replay-indicator-unknown");
        bad.put("&weights=" + used + ":results:59", "422 replay-weights-not-hundred");
        bad.put("&weights=" + used + ":results:101", "422 replay-weights-not-hundred");
        bad.put("&weights=" + used + ":results:50&weights=" + used + ":results:60", "422 replay-weight-twice");
        bad.put("&weights=" + other + ":quality:10", "422 replay-template-not-used");
        bad.put("&weights=nowhere:results:10", "422 replay-template-not-used");
        bad.put("&weights=hFGDypPcCuOrk_cdMQ1R3Q:results:10", "422 replay-template-not-used");
        bad.forEach((query, expected) -> {
            var english = refused(cycle, query, "en");
            var chinese = refused(cycle, query, "zh-CN");
            assertThat(english.get("status").asString() + " "
                            + english.get("code").asString())
                    .as(query)
                    .isEqualTo(expected);
            assertThat(english.get("type")).as(query).isEqualTo(chinese.get("type"));
            assertThat(english.get("title").asString()).as(query).doesNotContainPattern("\\p{IsHan}");
            assertThat(chinese.get("title").asString()).as(query).containsPattern("\\p{IsHan}");
            assertThat(english.get("errors").size()).as(query).isPositive();
        });
        assertThat(refused(cycle, "&weights=" + used + ":results:59", "en")
                        .get("title")
                        .asString())
                .isEqualTo("The weights to be tried for template general add up to 99, not to 100");
        for (var reader : List.of(leader, person("A"), "aud", "ada", "program")) {
            assertThat(status(enterprise.get(reader, replay(cycle) + "?mostExcellent=40")))
                    .as(reader)
                    .isEqualTo(403);
        }
    }

    private JsonNode refused(String cycle, String query, String language) {
        var answer = http.get()
                .uri(replay(cycle) + "?limit=100" + query)
                .with(as("hana"))
                .header("Accept-Language", language)
                .exchange();
        assertThat(status(answer)).as(query).isBetween(400, 499);
        return read(answer);
    }

    /** By person. */
    private List<JsonNode> tried(String reader, String cycle, String query) {
        var answer = enterprise.get(reader, replay(cycle) + "?limit=100" + query);
        assertThat(status(answer)).as(body(answer)).isEqualTo(200);
        return read(answer).get("items").valueStream().toList();
    }

    /** Of those who have it, by the letter of the person. */
    private static Map<String, String> column(List<JsonNode> tried, String field) {
        var column = new TreeMap<String, String>();
        tried.stream()
                .filter(one -> one.hasNonNull(field))
                .forEach(one -> column.put(
                        one.get("personId").asString().substring(0, 1),
                        one.get(field).asString()));
        return column;
    }

    private static Map<String, String> grades(String... ofAToE) {
        var grades = new TreeMap<String, String>();
        for (int i = 0; i < ofAToE.length; i++) {
            grades.put(String.valueOf((char) ('A' + i)), ofAToE[i]);
        }
        return grades;
    }

    private String weights(String cycle, int results, int ability, int attitude) {
        var template = "&weights=" + general(cycle);
        return template + ":results:" + results + template + ":ability:" + ability + template + ":attitude:" + attitude;
    }

    /** The template that everybody here is judged by. */
    private String general(String cycle) {
        return read(enterprise.get("hana", API + "/appraisals/" + id(cycle, "A")))
                .get("stays")
                .get(0)
                .get("templateId")
                .asString();
    }

    private String scored(String more) {
        var cycle = opened(more);
        rated(cycle);
        return cycle;
    }

    private String opened(String more) {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"试算","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-03-31","departmentId":"%s"%s}
            """.formatted(department, more));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var cycle = read(planned).get("id").asString();
        step(cycle, "open", "RATING");
        return cycle;
    }

    private void rated(String cycle) {
        SHEETS.forEach((person, points) -> give(leader, cycle, person, points));
        step(cycle, "close-rating", "CALIBRATION");
    }

    private void give(String rater, String cycle, String person, double[] points) {
        var rating = read(enterprise.get(rater, API + "/ratings?limit=100&status=OPEN"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .filter(one -> one.get("subjectId").asString().equals(person(person)))
                .findFirst()
                .orElseThrow();
        var codes = List.of("results", "ability", "attitude");
        var sheet = rating.get("indicators")
                .valueStream()
                .map(one -> one.get("code").asString())
                .map(code -> "{\"indicator\":\"%s\",\"points\":%s}".formatted(code, points[codes.indexOf(code)]))
                .toList();
        var given = enterprise.post(
                rater,
                "/ratings/" + rating.get("id").asString() + "/give",
                "1",
                "{\"points\":[" + String.join(",", sheet) + "]}");
        assertThat(status(given)).as(body(given)).isEqualTo(200);
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

    private String person(String letter) {
        return letter + "-" + unique;
    }

    private String id(String cycle, String person) {
        return Opening.appraisalId(new CycleId(cycle), person(person)).value();
    }

    private static String replay(String cycle) {
        return API + "/cycles/" + cycle + "/replay";
    }
}
