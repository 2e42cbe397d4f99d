package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Events move indicators, and indicators move grades; on a real store and broker. */
@RunningService
class IndicatorIT {

    private static final Instant MONDAY = Instant.parse("2020-02-03T01:00:00Z");
    private static final String QUARTER = "on=2020-02-10";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private final String person = "worker-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void anEnterpriseWithOneMore(RealKafka kafka) {
        enterprise.begin();
        enterprise.person(person, "bench", null, "2019-01-01");
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void anApprovalThatTookTooLongMovesTheIndicatorWhichNamesTheEvent() {
        var late = decided(person, Duration.ofHours(25), "REQ-1");
        decided(person, Duration.ofHours(1), "REQ-2");
        decided(person, Duration.ofHours(2), "REQ-3");
        decided("ann", Duration.ofHours(90), "REQ-4");

        eventually(() -> assertThat(number("approvals-in-time")).isEqualTo(66.67));
        assertThat(value("approvals-in-time").get("events").asInt()).isEqualTo(3);
        assertThat(number("approval-volume")).isEqualTo(3.00);
        assertThat(number("approval-duration")).isEqualTo(9.33);
        assertThat(evidence("approvals-in-time"))
                .filteredOn(one -> one.get("amount").asInt() == 0)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("eventId").asString()).isEqualTo(late);
                    assertThat(one.get("subject").asString()).isEqualTo("REQ-1");
                    assertThat(one.get("since").asString()).isEqualTo(MONDAY.toString());
                });
        assertThat(read(enterprise.get(person, API + "/indicators/approvals-in-time/value?on=2020-04-01"))
                        .has("value"))
                .isFalse();
    }

    @Test
    void theClockOfAnApprovalRunsFromWhenItWasWithWhoeverDecides() {
        var instance = UUID.randomUUID().toString();
        var task = instance + "-desk";
        wire.happens(created(instance, task, null, "REQ-5"), MONDAY);
        wire.happens(new TaskClaimedV1(instance, task, "ann", "team"), MONDAY.plus(Duration.ofHours(1)));
        wire.happens(
                new TaskReleasedV1(
                        instance,
                        task,
                        "desk",
                        "desk",
                        null,
                        "ann",
                        List.of("ann", person),
                        "REQ-5",
                        "采购",
                        null,
                        "bob",
                        List.of("bench", "team")),
                MONDAY.plus(Duration.ofHours(30)));
        wire.happens(new TaskClaimedV1(instance, task, person, "bench"), MONDAY.plus(Duration.ofHours(40)));
        wire.happens(decision(instance, task, person, "REQ-5"), MONDAY.plus(Duration.ofHours(42)));

        eventually(() -> assertThat(number("approval-duration")).isEqualTo(2.00));
    }

    @Test
    void eventsThatComeAgainInAnyOrderChangeNothing() {
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 6; i++) {
            sent.addAll(approval(person, Duration.ofHours(20 + 2 * i), "REQ-" + i));
        }
        eventually(() ->
                assertThat(value("approvals-in-time").get("events").asInt()).isEqualTo(6));
        var before = facts();

        Collections.shuffle(sent, new Random(42));
        sent.forEach(wire::again);
        decided(person, Duration.ofHours(1), "REQ-last");

        eventually(() ->
                assertThat(value("approvals-in-time").get("events").asInt()).isEqualTo(7));
        assertThat(number("approvals-in-time")).isEqualTo(57.14);
        assertThat(facts()).hasSize(7).containsAll(before);
    }

    @Test
    void aRequestThatWasRejectedIsNotRightFirstTimeAndOneThatWasWithdrawnSaysNothing() {
        ended("APPROVED");
        ended("REJECTED");
        ended("WITHDRAWN");

        eventually(() ->
                assertThat(value("request-accuracy").get("events").asInt()).isEqualTo(2));
        assertThat(number("request-accuracy")).isEqualTo(50.00);
    }

    @Test
    void importedFiguresAreEventsAndWhatIsImportedAnewHolds() {
        assertThat(body(importing(
                        "sales-target", "personId,on,amount,base\n%s,2020-01-31,90,100\n%s,2020-02-29,30,20\n")))
                .isEqualTo("{\"rows\":2,\"recorded\":2,\"unchanged\":0}");
        eventually(() -> assertThat(number("sales-target")).isEqualTo(100.00));

        assertThat(body(importing(
                        "sales-target", "personId,on,amount,base\n%s,2020-01-31,30,100\n%s,2020-02-29,30.0,20\n")))
                .isEqualTo("{\"rows\":2,\"recorded\":1,\"unchanged\":1}");

        eventually(() -> assertThat(number("sales-target")).isEqualTo(50.00));
        assertThat(evidence("sales-target"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.has("eventId")).isTrue());
    }

    @Test
    void nobodyImportsTheOwnFigures() {
        var refused =
                importing("sales-target", "personId,on,amount,base\n%s,2020-01-31,90,100\nhana,2020-01-31,100,100\n");

        assertThat(answer(refused)).startsWith("422");
        assertThat(read(refused).get("errors").valueStream()).singleElement().satisfies(error -> {
            assertThat(error.get("code").asString()).isEqualTo("figure-own");
            assertThat(error.get("row").asInt()).isEqualTo(3);
        });
        assertThat(facts()).isEmpty();
    }

    @Test
    void growthForecastsAndWhatCameBackAreWorkedOutOfWhatIsImported() {
        var last = "personId,on,amount,base\n%s,2020-02-29,";
        assertThat(answer(importing("sales-growth", last + "110,100\n%s,2020-02-28,45,50\n")))
                .isEqualTo("200");
        assertThat(answer(importing("forecast-accuracy", last + "110,100\n%s,2020-01-31,90,100\n")))
                .isEqualTo("200");
        assertThat(answer(importing("reimbursement-accuracy", last + "2,200\n%s,2020-01-31,1,10\n")))
                .isEqualTo("200");
        assertThat(answer(importing("compliance", last + "3,60\n"))).isEqualTo("200");

        eventually(() -> assertThat(number("sales-growth")).isEqualTo(3.33));
        eventually(() -> assertThat(number("forecast-accuracy")).isEqualTo(90.00));
        eventually(() -> assertThat(number("reimbursement-accuracy")).isEqualTo(98.57));
        eventually(() -> assertThat(number("compliance")).isEqualTo(95.00));
        assertThat(value("sales-growth").get("unit").asString()).isEqualTo("PERCENT");
        assertThat(value("sales-growth").get("lastDay").asString()).isEqualTo("2020-02-29");
        assertThat(evidence("sales-growth"))
                .extracting(one ->
                        one.get("amount").asDouble() + " of " + one.get("base").asDouble())
                .containsExactlyInAnyOrder("1000.0 of 100.0", "-500.0 of 50.0");
        assertThat(better("sales-growth")).isEqualTo("MORE");
        assertThat(better("forecast-accuracy")).isEqualTo("MORE");
        assertThat(better("compliance")).isEqualTo("MORE");

        for (var code : List.of("sales-growth", "forecast-accuracy", "reimbursement-accuracy")) {
            assertThat(answer(importing(code, last + "1,0\n"))).isEqualTo("422 formula-divides-by-zero");
            assertThat(answer(importing(code, last + "1,people\n"))).isEqualTo("422 formula-divides-by-text");
            var negative = importing(code, last + "1,-1\n");
            assertThat(answer(negative)).isEqualTo("422 figures-refused");
            assertThat(read(negative).get("errors").findValuesAsString("code")).containsExactly("figure-base-negative");
        }
        var beyond = importing("compliance", last + "61,60\n");
        assertThat(answer(beyond)).isEqualTo("422 figures-refused");
        assertThat(read(beyond).get("errors").findValuesAsString("code")).containsExactly("figure-amount-no-part");
    }

    @Test
    void rowsThatCannotBeTakenAreAllToldAndNothingIsWritten() {
        var refused =
                importing("sales-target", "personId,on,amount,base\n%s,2020-01-31,90,0\nnobody,2020-02-29,30,20\n");

        assertThat(answer(refused)).isEqualTo("422 figures-refused");
        assertThat(read(refused).get("errors").findValuesAsString("code"))
                .containsExactlyInAnyOrder("figure-base-zero", "figure-person-missing");
        var rows = "personId,on,amount,base\n%s,2020-01-31,90,0\n%s,2020-02-29,30,";
        assertThat(answer(importing("sales-target", rows + "-0.0\n"))).isEqualTo("422 formula-divides-by-zero");
        var text = importing("sales-target", "personId,on,amount,base\n%s,2020-01-31,90,people\n");
        assertThat(answer(text)).isEqualTo("422 formula-divides-by-text");
        assertThat(read(text).get("errors").get(0).get("code").asString()).isEqualTo("figure-base-text");
        assertThat(read(text).get("errors").get(0).get("row").asInt()).isEqualTo(2);
        assertThat(answer(importing("sales-target", rows + "people\n"))).isEqualTo("422 figures-refused");
        assertThat(mongo.getCollection("figures").countDocuments(new Document("state.personId", person)))
                .isZero();
        assertThat(answer(importing("approval-volume", "personId,on,amount\n%s,2020-01-31,90\n")))
                .isEqualTo("409 indicator-not-imported");
        assertThat(answer(importing("no-such", "personId,on,amount\n%s,2020-01-31,90\n")))
                .isEqualTo("404 indicator-not-found");
    }

    @Test
    void anIndicatorIsDefinedOnceAndItsFormulaHasToFit() {
        var code = "kpi-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(answer(define("hana", code, "APPROVALS", "IN_TIME", ",\"limitHours\":8")))
                .isEqualTo("201");
        assertThat(answer(define("hana", code, "APPROVALS", "COUNT", ""))).isEqualTo("409 indicator-defined-before");
        assertThat(answer(define("hana", "x" + code, "FIGURES", "DURATION", "")))
                .isEqualTo("422 formula-does-not-fit");
        assertThat(answer(define("hana", "x" + code, "FIGURES", "SUM/0", ""))).isEqualTo("422 formula-divides-by-zero");
        assertThat(answer(define("hana", "x" + code, "FIGURES", "SUM/people", "")))
                .isEqualTo("422 formula-divides-by-text");
        for (var other : List.of("1/2", "sum", "1+1", "")) {
            assertThat(answer(define("hana", "x" + code, "FIGURES", other, "")))
                    .as(other)
                    .isEqualTo("400 invalid-request");
        }
        assertThat(status(define("ann", "x" + code, "APPROVALS", "COUNT", ""))).isEqualTo(403);
        assertThat(read(enterprise.get("ann", API + "/indicators/" + code))
                        .get("unit")
                        .asString())
                .isEqualTo("PERCENT");
    }

    @Test
    void whichWayIsTheGoodOneTheFormulaSaysOrWhoeverDefinesTheIndicator() {
        var code = "way-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(answer(define("hana", code, "APPROVALS", "DURATION", ",\"better\":\"MORE\"")))
                .isEqualTo("422 formula-does-not-fit");
        assertThat(answer(define("hana", code, "APPROVALS", "DURATION", ""))).isEqualTo("201");
        assertThat(answer(define("hana", code + "-returns", "FIGURES", "RATIO", ",\"better\":\"LESS\"")))
                .isEqualTo("201");
        assertThat(answer(define("hana", code + "-open", "FIGURES", "SUM", ""))).isEqualTo("201");

        assertThat(better(code)).isEqualTo("LESS");
        assertThat(better(code + "-returns")).isEqualTo("LESS");
        assertThat(better(code + "-open")).isEmpty();
        assertThat(better("tasks-on-time")).isEqualTo("MORE");
        assertThat(better("defect-rate")).isEqualTo("LESS");
    }

    private String better(String code) {
        return read(enterprise.get("ann", API + "/indicators/" + code))
                .path("better")
                .asString("");
    }

    @Test
    void valuesAreForOneselfThoseWhoLeadPersonnelAndNobodyElse() {
        var path = API + "/indicators/approval-volume/%s?personId=" + person;
        for (var what : List.of("value", "evidence")) {
            for (var reader : List.of(person, "ben", "wim", "hana")) {
                assertThat(status(enterprise.get(reader, path.formatted(what))))
                        .as(reader)
                        .isEqualTo(200);
            }
            for (var reader : List.of("ann", "tom", "boss")) {
                assertThat(answer(enterprise.get(reader, path.formatted(what))))
                        .as(reader)
                        .isEqualTo("404 person-not-found");
            }
        }
        assertThat(status(importing("ann", "sales-target", "personId,on,amount,base\n")))
                .isEqualTo(403);
    }

    @Test
    void evidenceComesPageByPage() {
        var rows = new StringBuilder("personId,on,amount\n");
        for (int day = 1; day <= 25; day++) {
            rows.append(person).append(",2020-01-%02d,%d%n".formatted(day, day));
        }
        assertThat(answer(importing("ideas-realised", rows.toString()))).isEqualTo("200");
        eventually(() -> assertThat(number("ideas-realised")).isEqualTo(325.00));

        assertThat(evidence("ideas-realised")).hasSize(25);
        assertThat(evidence("ideas-realised").getFirst().get("on").asString()).isEqualTo("2020-01-25");
    }

    @Test
    void aGradeIsExplainedDownToItsEvents() {
        enterprise.department("lab-" + person, "workshop", "wim");
        var worker = "lab-" + person;
        enterprise.person(worker, "lab-" + person, null, "2019-01-01");
        var event = decided(worker, Duration.ofHours(3), "REQ-7");
        decided(worker, Duration.ofHours(30), "REQ-8");
        eventually(() -> assertThat(facts(worker)).hasSize(2));
        var code = "measured-" + UUID.randomUUID().toString().substring(0, 8);
        var appraisal = published("lab-" + person, code, template(code, "approvals-in-time", "40", "80"));

        // One of two in time: 50 percent, a quarter of the way from 40 to 80. Nobody rated the rest.
        assertThat(read(enterprise.get(worker, API + "/appraisals/" + appraisal))
                        .get("total")
                        .asString())
                .isEqualTo("25.0");
        var indicator = read(enterprise.get(worker, API + "/appraisals/" + appraisal + "/explanation"))
                .get("parts")
                .get(0)
                .get("parts")
                .get(0);
        assertThat(indicator.get("subject").asString()).isEqualTo("approvals-in-time");
        assertThat(indicator.get("measured").get("figure").asDouble()).isEqualTo(50);
        assertThat(indicator.get("measured").get("named").findValuesAsString("eventId"))
                .hasSize(2)
                .contains(event);
        // What comes later does not change what was published.
        decided(worker, Duration.ofHours(1), "REQ-9");
        eventually(() -> assertThat(facts(worker)).hasSize(3));
        assertThat(read(enterprise.get(worker, API + "/appraisals/" + appraisal))
                        .get("total")
                        .asString())
                .isEqualTo("25.0");
    }

    @Test
    void growthStandsInTheExplanationOfAGradeWithTheFiguresItCameFrom() {
        var department = "lab-" + UUID.randomUUID();
        enterprise.department(department, "workshop", "wim");
        enterprise.person(department, department, null, "2019-01-01");
        var rows = "personId,on,amount,base\n%s,2020-01-31,110,100\n%s,2020-02-29,45,50\n".replace("%s", department);
        assertThat(answer(importing("hana", "sales-growth", rows))).isEqualTo("200");
        eventually(() -> assertThat(facts(department)).hasSize(2));
        var code = "growth-" + UUID.randomUUID().toString().substring(0, 8);

        var appraisal = published(department, code, template(code, "sales-growth", "0", "20"));

        // 5 more than 150 are 3.33 percent, a sixth of the way to 20.
        assertThat(read(enterprise.get(department, API + "/appraisals/" + appraisal))
                        .get("total")
                        .asString())
                .isEqualTo("16.7");
        var measured = read(enterprise.get(department, API + "/appraisals/" + appraisal + "/explanation"))
                .get("parts")
                .get(0)
                .get("parts")
                .get(0)
                .get("measured");
        assertThat(measured.get("figure").asDouble()).isEqualTo(3.33);
        assertThat(measured.get("named"))
                .hasSize(2)
                .extracting(one ->
                        one.get("amount").asDouble() + " of " + one.get("base").asDouble())
                .containsExactlyInAnyOrder("1000.0 of 100.0", "-500.0 of 50.0");
    }

    @Test
    void aTemplateTakesOnlyIndicatorsThatAreDefinedAndScalesThatHaveAWidth() {
        assertThat(answer(enterprise.post("hana", "/templates", null, template("m1", "no-such", "40", "80"))))
                .isEqualTo("422 template-indicator-missing");
        assertThat(answer(
                        enterprise.post("hana", "/templates", null, template("m2", "approvals-in-time", "40", "40.0"))))
                .isEqualTo("422 scale-without-width");
        assertThat(answer(enterprise.post(
                        "hana",
                        "/templates",
                        null,
                        template("m3", "approvals-in-time", "40", "80").replace("\"EVENTS\"", "\"RATING\""))))
                .isEqualTo("422 scale-misplaced");
    }

    /** @return the only appraisal of a department, published though nobody has rated */
    private String published(String department, String code, String content) {
        var template = read(enterprise.post("hana", "/templates", null, content))
                .get("id")
                .asString();
        assertThat(answer(enterprise.post("hana", "/templates/" + template + "/release", "1", "")))
                .isEqualTo("200");
        var cycle = read(enterprise.post("hana", "/cycles", null, plan(department, code)))
                .get("id")
                .asString();
        step(cycle, "open", "RATING");
        var appraisal = read(enterprise.get("hana", API + "/appraisals?cycleId=" + cycle))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(answer(enterprise.post(
                        "hana", "/appraisals/" + appraisal + "/waive-superior", null, "{\"reason\":\"由数据得出\"}")))
                .isEqualTo("204");
        step(cycle, "close-rating", "CALIBRATION");
        step(cycle, "publish", "PUBLISHED");
        return appraisal;
    }

    private static String template(String code, String indicator, String zeroAt, String fullAt) {
        return """
            {"code":"%s","name":"计量","positions":[],"indicators":[
              {"code":"%s","family":"RESULT","weight":60,"source":"EVENTS","scale":{"zeroAt":%s,"fullAt":%s},
               "name":"按时","standard":"按时完成"},
              {"code":"teamwork","family":"ATTITUDE","weight":40,"name":"协作","standard":"配合同事"}]}
            """.formatted(code, indicator, zeroAt, fullAt);
    }

    private static String plan(String department, String template) {
        return """
            {"name":"2020 年第一季度","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"2020-01-01","lastDay":"2020-03-31",
             "populationOn":"2020-03-31","departmentId":"%s","templates":["%s"]}
            """.formatted(department, template);
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

    /** @return id of the event that tells the decision */
    private String decided(String by, Duration after, String number) {
        return Wire.id(approval(by, after, number).getLast());
    }

    private List<ProducerRecord<String, byte[]>> approval(String by, Duration after, String number) {
        var instance = UUID.randomUUID().toString();
        var task = instance + "-desk";
        return List.of(
                wire.happens(created(instance, task, by, number), MONDAY),
                wire.happens(decision(instance, task, by, number), MONDAY.plus(after)));
    }

    private static PublishedEvent created(String instance, String task, @Nullable String assignee, String number) {
        return new TaskCreatedV1(
                instance, task, "desk", "desk", null, assignee, List.of(), "manager", number, "采购", null, "bob", null);
    }

    private static PublishedEvent decision(String instance, String task, String by, String number) {
        return new TaskDecidedV1(instance, task, "desk", "desk", null, "APPROVED", by, number, "采购", null, "bob", null);
    }

    private void ended(String outcome) {
        var instance = UUID.randomUUID().toString();
        wire.happens(new RequestSubmittedV1(instance, "REQ", "purchase", 1, "采购", null, person, null), MONDAY);
        wire.happens(
                new RequestEndedV1(instance, outcome, "REQ", "采购", null, person, null, null), MONDAY.plusSeconds(60));
    }

    /** -1 when there is none. */
    private double number(String code) {
        return value(code).path("value").asDouble(-1);
    }

    private JsonNode value(String code) {
        return read(enterprise.get(person, API + "/indicators/" + code + "/value?" + QUARTER));
    }

    private List<JsonNode> evidence(String code) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page =
                    read(enterprise.get(person, API + "/indicators/" + code + "/evidence?limit=10&" + QUARTER + next));
            page.get("items").forEach(all::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    private List<Document> facts() {
        return facts(person);
    }

    /** Without the mark that it has moved, which goes when that was told. */
    private List<Document> facts(String of) {
        return mongo.getCollection("facts")
                .find(new Document("state.personId", of))
                .projection(new Document("moved", 0))
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private MvcTestResult define(String by, String code, String source, String formula, String more) {
        return enterprise.post(
                by,
                "/indicators",
                null,
                "{\"code\":\"%s\",\"name\":\"指标\",\"source\":\"%s\",\"formula\":\"%s\",\"period\":\"MONTH\"%s}"
                        .formatted(code, source, formula, more));
    }

    /** @param csv with the person where it says so */
    private MvcTestResult importing(String code, String csv) {
        return importing("hana", code, csv.replace("%s", person));
    }

    private MvcTestResult importing(String by, String code, String csv) {
        return http.post()
                .uri(API + "/indicators/" + code + "/figures")
                .with(as(by))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .content(csv)
                .exchange();
    }

    @Test
    void bundledFiguresOfBeforeGetTheWayTheyComeWithUnlessSomebodyHasDefinedThemOtherwise() {
        var bundled = BundledIndicators.ALL.stream()
                .filter(one -> MongoIndicators.BUNDLED_WAYS.stream()
                        .anyMatch(way -> way.code().equals(one.code().value())))
                .collect(Collectors.toMap(
                        one -> one.code().value(),
                        one -> one.better().orElseThrow().name()));
        assertThat(bundled).hasSize(6);
        eventually(() -> assertThat(
                        mongo.getCollection("indicators").countDocuments(Filters.in("_id", bundled.keySet())))
                .isEqualTo(6));

        assertThat(waysAfterwards(bundled.keySet(), new Document())).isEqualTo(bundled);
        assertThat(waysAfterwards(bundled.keySet(), new Document("kind", "COUNT")))
                .isEmpty();
        assertThat(waysAfterwards(bundled.keySet(), new Document("source", "REQUESTS")))
                .isEmpty();
        assertThat(waysAfterwards(bundled.keySet(), new Document("better", "LESS"))
                        .values())
                .hasSize(6)
                .containsOnly("LESS");
    }

    /**
     * As they were kept before.
     *
     * @param otherwise what they had been defined with
     */
    private Map<String, String> waysAfterwards(Set<String> codes, Document otherwise) {
        var before = mongo.getCollection("indicators_before_" + UUID.randomUUID());
        try {
            mongo.getCollection("indicators").find(Filters.in("_id", codes)).forEach(indicator -> {
                var state = indicator.get("state", Document.class);
                state.remove("better");
                state.putAll(otherwise);
                before.insertOne(indicator);
            });

            for (var way : MongoIndicators.BUNDLED_WAYS) {
                before.updateMany(way.untold(), List.of(way.toldOnce()));
                assertThat(before.countDocuments(way.untold())).isZero();
            }

            return before.find(Filters.exists("state.better")).into(new ArrayList<>()).stream()
                    .collect(Collectors.toMap(
                            one -> one.getString("_id"),
                            one -> one.get("state", Document.class).getString("better")));
        } finally {
            before.drop();
        }
    }
}
