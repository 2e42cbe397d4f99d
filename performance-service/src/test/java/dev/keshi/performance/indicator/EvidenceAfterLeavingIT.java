package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.indicator.Yard.ON_TIME;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What events say somebody did after leaving: kept, shown with its reason, and counted for nobody; on a real store and broker. */
@RunningService
class EvidenceAfterLeavingIT {

    private static final LocalDate JANUARY_1 = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 3, 19);
    private static final LocalDate LEFT = LocalDate.of(2020, 3, 20);
    private static final LocalDate MARCH_25 = LocalDate.of(2020, 3, 25);
    private static final LocalDate MARCH_30 = LocalDate.of(2020, 3, 30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MeterRegistry meters;

    private final List<String> keys = new ArrayList<>();
    private Yard yard;

    @BeforeEach
    void aWorkerOfADepartment(RealKafka kafka) {
        enterprise.begin();
        yard = new Yard(new Wire(kafka.bootstrap()), mongo);
        enterprise.department(yard.department, "workshop", "ben");
        keys.add(yard.leaver);
        yard.hired(LocalDate.of(2019, 1, 1));
    }

    @AfterEach
    void disconnect() {
        yard.close();
    }

    @Test
    void itIsSetAsideWithItsReasonInBothLanguagesAndWhatWasDoneOnTheLastDayCounts() {
        yard.left(LEFT);
        double before = counted();

        var kept = done(LAST_DAY);
        var late = done(LEFT);
        var decided = decided(MARCH_30);

        eventually(() -> assertThat(setAside(ON_TIME, "en")).hasSize(1));
        eventually(() -> assertThat(setAside("approvals-in-time", "en")).hasSize(1));
        eventually(() -> assertThat(evidence(ON_TIME)).containsExactly(kept));
        assertThat(value(ON_TIME).get("events").asInt()).isOne();
        assertThat(number("approvals-in-time")).isEqualTo(-1);
        assertThat(evidence("approvals-in-time")).isEmpty();
        assertThat(setAside("approvals-in-time", "en").getFirst().get("eventId").asString())
                .isEqualTo(decided);
        var one = setAside(ON_TIME, "en").getFirst();
        assertThat(one.get("type").asString()).isEqualTo("https://keshi.dev/problems/evidence-after-leaving");
        assertThat(one.get("code").asString()).isEqualTo("evidence-after-leaving");
        assertThat(one.get("title").asString())
                .isEqualTo("It is of a day after the person had left, and counts in no value");
        assertThat(one.get("detail").asString()).contains("belongs to 2020-03-20", "from 2020-03-20 on");
        assertThat(one.get("eventId").asString()).isEqualTo(late);
        assertThat(one.get("subject").asString()).isEqualTo("盘点");
        assertThat(one.get("on").asString()).isEqualTo(LEFT.toString());
        assertThat(setAside(ON_TIME, "zh-CN").getFirst().get("title").asString())
                .isEqualTo("离职之后的事实，不计入指标");
        // Of the work its report and its due date, and the decision.
        eventually(() -> assertThat(counted() - before).isGreaterThanOrEqualTo(3));
        assertThat(mongo.getCollection("parked_keys").countDocuments(new Document("key", new Document("$in", keys))))
                .isZero();
    }

    @Test
    void aSeparationThatIsHeardOfLateSetsAsideWhatHadCountedAndWhoeverIsTakenOnAgainHasItBack(EventProbe probe) {
        var event = done(MARCH_30);
        eventually(() -> assertThat(number(ON_TIME)).isEqualTo(100));
        assertThat(setAside(ON_TIME, "en")).isEmpty();
        eventually(() -> assertThatObject(yard.toldOfLeaver(probe))
                .satisfies(moved -> assertThat(moved.path("after").asString("")).isEqualTo("100.00")));

        yard.left(LEFT);

        assertThat(number(ON_TIME)).isEqualTo(-1);
        assertThat(evidence(ON_TIME)).isEmpty();
        assertThat(setAside(ON_TIME, "en"))
                .extracting(one -> one.get("eventId").asString())
                .containsExactly(event);
        eventually(() -> assertThatObject(yard.toldOfLeaver(probe))
                .satisfies(moved -> assertThat(moved.hasNonNull("after")).isFalse()));
        eventually(() -> assertThatObject(yard.toldOfDepartment(probe, JANUARY_1))
                .satisfies(moved -> {
                    assertThat(moved.hasNonNull("after")).isFalse();
                    assertThat(moved.get("people").asInt()).isZero();
                }));

        yard.hired(MARCH_25);

        assertThat(number(ON_TIME)).isEqualTo(100);
        assertThat(setAside(ON_TIME, "en")).isEmpty();
        eventually(() -> assertThatObject(yard.toldOfLeaver(probe))
                .satisfies(moved -> assertThat(moved.path("after").asString("")).isEqualTo("100.00")));
    }

    @Test
    void aFigureOfADayAfterLeavingIsARowThatCannotBeTaken() {
        yard.left(LEFT);
        var rows = "personId,on,amount,base\n%s,2020-03-19,90,100\n%s,2020-03-20,30,20\n".replace("%s", yard.leaver);

        var refused = importing("en", rows);

        assertThat(answer(refused)).isEqualTo("422 figures-refused");
        var finding = read(refused).get("errors").get(0);
        assertThat(read(refused).get("errors")).hasSize(1);
        assertThat(finding.get("row").asInt()).isEqualTo(3);
        assertThat(finding.get("column").asString()).isEqualTo("on");
        assertThat(finding.get("code").asString()).isEqualTo("figure-after-leaving");
        assertThat(finding.get("message").asString()).isEqualTo("On that day the person had left");
        assertThat(read(importing("zh-CN", rows))
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asString())
                .isEqualTo("该人员在此日期已离职");
        assertThat(mongo.getCollection("figures").countDocuments(new Document("state.personId", yard.leaver)))
                .isZero();
        assertThat(answer(importing("en", rows.lines().limit(2).reduce("", (one, next) -> one + next + "\n"))))
                .isEqualTo("200");
    }

    /** @return id of the event that told so */
    private String done(LocalDate on) {
        var item = UUID.randomUUID().toString();
        keys.add(item);
        yard.assigned(item, yard.leaver, on);
        return Wire.id(yard.done(item, yard.leaver, on, on, on));
    }

    private String decided(LocalDate on) {
        var instance = UUID.randomUUID().toString();
        var task = instance + "-desk";
        keys.add(instance);
        keys.add(task);
        yard.wire.happens(
                new TaskCreatedV1(
                        instance,
                        task,
                        "desk",
                        "desk",
                        null,
                        yard.leaver,
                        List.of(),
                        "manager",
                        "REQ",
                        "采购",
                        null,
                        "bob",
                        null),
                Yard.noon(on).minusSeconds(3600));
        return Wire.id(yard.wire.happens(
                new TaskDecidedV1(
                        instance, task, "desk", "desk", null, "APPROVED", yard.leaver, "REQ", "采购", null, "bob", null),
                Yard.noon(on)));
    }

    private double counted() {
        return meters.get("evidence_set_aside_total").counter().count();
    }

    private JsonNode value(String code) {
        return read(enterprise.get("hana", API + "/indicators/" + code + "/value" + query()));
    }

    /** -1 when there is none. */
    private double number(String code) {
        return value(code).path("value").asDouble(-1);
    }

    private List<String> evidence(String code) {
        return read(enterprise.get("hana", API + "/indicators/" + code + "/evidence" + query()))
                .get("items")
                .findValuesAsString("eventId");
    }

    private List<JsonNode> setAside(String code, String language) {
        return read(http.get()
                        .uri(API + "/indicators/" + code + "/evidence/set-aside" + query())
                        .with(as("hana"))
                        .header("Accept-Language", language)
                        .exchange())
                .get("items")
                .valueStream()
                .toList();
    }

    private String query() {
        return "?on=2020-03-10&personId=" + yard.leaver;
    }

    private MvcTestResult importing(String language, String csv) {
        return http.post()
                .uri(API + "/indicators/sales-target/figures")
                .with(as("hana"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType("text/csv")
                .content(csv)
                .exchange();
    }
}
