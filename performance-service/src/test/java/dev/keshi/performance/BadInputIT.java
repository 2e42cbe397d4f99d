package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.test.events.EventProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Each kind of bad input has a problem type of its own, says so in both languages, and leaves nothing half done. */
@RunningService
class BadInputIT {

    private static final List<String> KEPT = List.of(
            "templates",
            "cycles",
            "appraisals",
            "ratings",
            "indicators",
            "figures",
            "goal_sheets",
            "cycle_work",
            "rating_reminders");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private record Bad(
            String person, String path, @Nullable String revision, String body, String status, String code) {}

    @Test
    void eachHasItsOwnTypeInBothLanguagesAndNothingIsHalfDone(EventProbe probe) {
        var desk = Desk.in(enterprise);
        var rating = desk.cycle("RATING");
        var closed = desk.cycle("CALIBRATION");
        var early = desk.openUntilTomorrow();
        var published = desk.cycle("PUBLISHED");
        var left = "leaver-" + UUID.randomUUID();
        enterprise.department("of-" + left, "floor", "ted");
        enterprise.person(left, "of-" + left, null, "2019-01-01");
        desk.open("of-" + left);
        var leaversRating =
                desk.all(left, "/ratings?limit=100").getFirst().get("id").asString();
        enterprise.hasLeft(left);
        var oneself = "/appraisals/" + desk.appraisal(rating, "una") + "/peers";
        var cases = List.of(
                new Bad("hana", "/templates", null, template("x99", "99", ""), "422", "weights-below-hundred"),
                new Bad("hana", "/templates", null, template("x101", "101", ""), "422", "weights-above-hundred"),
                new Bad(
                        "hana",
                        "/templates",
                        null,
                        template("x60", "60", second("41")),
                        "422",
                        "weights-above-hundred"),
                new Bad("hana", "/templates", null, scaled("40", "40.0"), "422", "scale-without-width"),
                new Bad("hana", "/indicators", null, formula("FIGURES", "DURATION"), "422", "formula-does-not-fit"),
                new Bad("hana", "/indicators", null, formula("FIGURES", "1/0"), "422", "formula-divides-by-zero"),
                new Bad("hana", "/indicators", null, formula("FIGURES", "1 / abc"), "422", "formula-divides-by-text"),
                new Bad("hana", "/indicators", null, formula("FIGURES", "1+1"), "400", "invalid-request"),
                new Bad("hana", "/indicators/sales-target/figures", null, "90,0.00", "422", "formula-divides-by-zero"),
                new Bad("hana", "/indicators/sales-target/figures", null, "90,abc", "422", "formula-divides-by-text"),
                new Bad("hana", "/indicators/sales-target/figures", null, "abc,90", "422", "figures-refused"),
                new Bad("hana", "/indicators/sales-growth/figures", null, "90,0", "422", "formula-divides-by-zero"),
                new Bad("hana", "/indicators/forecast-accuracy/figures", null, "9,x", "422", "formula-divides-by-text"),
                new Bad("hana", "/indicators/sales-growth/figures", null, "90,-1", "422", "figures-refused"),
                new Bad("hana", "/indicators/compliance/figures", null, "2,1", "422", "figures-refused"),
                new Bad("hana", "/cycles/" + rating + "/open", "now", "", "409", "cycle-opened-before"),
                new Bad("hana", "/cycles/" + rating + "/publish", "now", "", "409", "rating-missing"),
                new Bad("hana", "/cycles/" + rating + "/close-rating", "now", "", "409", "rating-missing"),
                new Bad("hana", "/cycles/" + early + "/close-rating", "now", "", "409", "period-not-over"),
                new Bad(
                        "bea",
                        "/ratings/" + desk.rating("bea", closed, "PEER") + "/give",
                        "now",
                        sheet(),
                        "409",
                        "rating-closed"),
                new Bad(left, "/ratings/" + leaversRating + "/give", "now", sheet(), "403", "caller-has-left"),
                new Bad("ted", oneself, null, "{\"personIds\":[\"bos\",\"una\"]}", "422", "peer-is-oneself"),
                new Bad("hana", oneself, null, "{\"personIds\":[\"bos\",\"ted\"]}", "422", "peer-is-superior"),
                new Bad("ted", oneself, null, "{\"personIds\":[\"" + left + "\"]}", "422", "peer-missing"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        plan(",\"raterWeights\":{\"self\":10,\"superior\":60,\"peer\":31}"),
                        "422",
                        "rater-weights-not-hundred"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        plan("").replace("MONTHLY", "ANNUAL"),
                        "422",
                        "cycle-kind-does-not-fit"),
                new Bad("hana", "/cycles", null, partial(""), "422", "cycle-families-missing"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        partial(families(IndicatorFamily.values())),
                        "422",
                        "cycle-families-all"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        plan(families(IndicatorFamily.RESULT)),
                        "422",
                        "cycle-families-of-comprehensive"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        partial(families(IndicatorFamily.ATTITUDE) + ",\"templates\":[\"operations-assistant-b\"]"),
                        "422",
                        "cycle-template-not-judged"),
                new Bad("hana", "/cycles", null, partial(",\"families\":[null]"), "400", "invalid-request"),
                new Bad("hana", "/cycles", null, plan(",\"minimumDays\":32"), "422", "minimum-days-beyond-period"),
                new Bad("hana", "/cycles/" + early + "/cancel", "now", "{\"reason\":\" \"}", "400", "invalid-request"),
                new Bad(
                        "hana",
                        "/cycles/" + published + "/cancel",
                        "now",
                        "{\"reason\":\"x\"}",
                        "409",
                        "cycle-published-before"),
                new Bad("una", "/goals/people/una", null, goal(), "403", "own-goals"),
                new Bad(
                        "hana",
                        "/cycles",
                        null,
                        plan(",\"thresholds\":{\"excellent\":80,\"good\":80,\"pass\":60}"),
                        "422",
                        "thresholds-not-descending"),
                new Bad("hana", "/cycles", null, plan(",\"ratingEndsOn\":\"2022-01-30\""), "422", "rating-end-day"),
                new Bad("hana", "/cycles", null, plan(",\"ratingEndsOn\":\"2023-02-02\""), "422", "rating-end-day"));
        probe.drain();
        var told = published(probe);
        var before = kept();

        var types = new HashMap<String, String>();
        for (var bad : cases) {
            var chinese = refused(bad, "zh-CN");
            var english = refused(bad, "en");

            assertThat(codes(english)).as(bad.toString()).contains(bad.code());
            assertThat(english.get("status").asString()).as(bad.toString()).isEqualTo(bad.status());
            assertThat(chinese.get("type")).isEqualTo(english.get("type"));
            assertThat(said(chinese))
                    .as(bad.toString())
                    .isNotEmpty()
                    .allMatch(text -> text.matches("(?U).*\\p{IsHan}.*"));
            assertThat(said(english))
                    .as(bad.toString())
                    .isNotEmpty()
                    .noneMatch(text -> text.matches("(?U).*\\p{IsHan}.*"));
            var type = english.get("type").asString();
            assertThat(types.getOrDefault(bad.code(), type)).as(bad.toString()).isEqualTo(type);
            types.put(bad.code(), type);
            assertThat(kept()).as(bad.toString()).isEqualTo(before);
        }
        assertThat(types.values()).doesNotHaveDuplicates();
        probe.drain();
        assertThat(published(probe)).isEqualTo(told);
    }

    @Test
    void whatNobodyIsCalledIsRefusedLikeWhatIsUnknown() {
        var desk = Desk.in(enterprise);
        var nobody = "x".repeat(300);

        for (var owner : List.of("people/" + nobody, "departments/" + nobody)) {
            assertThat(answer(enterprise.get("hana", API + "/goals/" + owner)))
                    .as(owner)
                    .isEqualTo("404 goal-owner-not-found");
        }
        assertThat(answer(enterprise.post("hana", "/goals/people/" + nobody, null, goal())))
                .isEqualTo("404 goal-owner-not-found");
        for (var cycle : List.of("", nobody)) {
            assertThat(answer(enterprise.get("hana", API + "/appraisals?cycleId=" + cycle)))
                    .as(cycle)
                    .isEqualTo("400 invalid-request");
        }
        assertThat(desk.all("hana", "/appraisals?limit=100")).isNotEmpty();
    }

    private static List<String> codes(JsonNode problem) {
        var codes = new ArrayList<>(List.of(problem.get("code").asString()));
        problem.path("errors").forEach(one -> codes.add(one.get("code").asString()));
        return codes;
    }

    /** What a person reads. */
    private static List<String> said(JsonNode problem) {
        var said = new ArrayList<>(List.of(problem.get("title").asString()));
        problem.path("errors").forEach(one -> said.add(one.path("message").asString("")));
        return said;
    }

    private JsonNode refused(Bad bad, String language) {
        boolean file = bad.path().endsWith("/figures");
        var request = http.post()
                .uri(API + bad.path())
                .with(as(bad.person()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType(file ? "text/csv" : "application/json")
                .content(file ? "personId,on,amount,base\nuna,2020-01-31," + bad.body() + "\n" : bad.body());
        MvcTestResult answer =
                (bad.revision() == null ? request : request.header("If-Match", "\"" + revision(bad) + "\"")).exchange();
        assertThat(Enterprise.status(answer))
                .as("%s: %s", bad, Enterprise.body(answer))
                .isBetween(400, 499);
        return read(answer);
    }

    /** Of what the command is about. */
    private String revision(Bad bad) {
        return enterprise.revision(
                bad.person(), bad.path().substring(0, bad.path().lastIndexOf('/')));
    }

    /** Everything that commands change, but what the relay takes away. */
    private Map<String, List<String>> kept() {
        var kept = new HashMap<String, List<String>>();
        KEPT.forEach(name -> kept.put(
                name,
                mongo.getCollection(name)
                        .find()
                        .projection(new Document("outbox", 0).append("lease", 0))
                        .sort(new Document("_id", 1))
                        .map(Document::toString)
                        .into(new ArrayList<>())));
        return kept;
    }

    private static List<String> published(EventProbe probe) {
        return probe.seen().stream()
                .filter(event -> event.topic().equals("keshi.performance.v1"))
                // What made ready may still be on its way.
                .filter(event -> !event.type().contains("-opened."))
                .map(Object::toString)
                .toList();
    }

    private static String template(String code, String weight, String more) {
        return """
            {"code":"%s","name":"夜班","positions":[],"indicators":[
              {"code":"rounds","family":"RESULT","weight":%s,"name":"巡查","standard":"按时巡查"}%s]}
            """.formatted(code, weight, more);
    }

    private static String second(String weight) {
        return ",{\"code\":\"duty\",\"family\":\"ATTITUDE\",\"weight\":%s,\"name\":\"责任感\",\"standard\":\"尽责\"}"
                .formatted(weight);
    }

    private static String scaled(String zeroAt, String fullAt) {
        return template("scaled", "60", """
            ,{"code":"approvals-in-time","family":"RESULT","weight":40,"name":"x","standard":"x","source":"EVENTS",
              "scale":{"zeroAt":%s,"fullAt":%s}}\
            """.formatted(zeroAt, fullAt));
    }

    private static String formula(String source, String formula) {
        return "{\"code\":\"x\",\"name\":\"指标\",\"source\":\"%s\",\"formula\":\"%s\",\"period\":\"MONTH\"}"
                .formatted(source, formula);
    }

    private static String plan(String more) {
        return """
            {"name":"2022","kind":"MONTHLY","extent":"COMPREHENSIVE","firstDay":"2022-01-01","lastDay":"2022-01-31",
             "populationOn":"2022-01-31","departmentId":"desk"%s}
            """.formatted(more);
    }

    private static String partial(String more) {
        return plan(more).replace("COMPREHENSIVE", "PARTIAL");
    }

    private static String families(IndicatorFamily... families) {
        return Arrays.stream(families)
                .map(family -> "\"" + family + "\"")
                .collect(Collectors.joining(",", ",\"families\":[", "]"));
    }

    private static String goal() {
        return "{\"title\":\"x\",\"firstDay\":\"2026-01-01\",\"terms\":{\"measure\":\"x\",\"weight\":1,\"dueOn\":\"2026-12-31\"}}";
    }

    private static String sheet() {
        return "{\"points\":[{\"indicator\":\"quality\",\"points\":80}]}";
    }
}
