package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import tools.jackson.databind.json.JsonMapper;

/** What events say somebody did after leaving: kept, shown with its reason, and counted for nobody; on a real store and broker. */
@RunningService
class EvidenceAfterLeavingIT {

    private static final String MOVED = "keshi.performance.indicator-moved.v1";
    private static final String ON_TIME = "tasks-on-time";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate MARCH_1 = LocalDate.of(2020, 3, 1);
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

    private final String department = "yard-" + UUID.randomUUID();
    private final String leaver = "leaver-" + UUID.randomUUID();
    private final List<String> keys = new ArrayList<>(List.of(leaver));
    private Wire wire;

    @BeforeEach
    void aWorkerOfADepartment(RealKafka kafka) {
        enterprise.begin();
        enterprise.department(department, "workshop", "ben");
        wire = new Wire(kafka.bootstrap());
        hired(LocalDate.of(2019, 1, 1));
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void itIsSetAsideWithItsReasonInBothLanguagesAndWhatWasDoneOnTheLastDayCounts() {
        hasLeft();
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
        eventually(() -> assertThatObject(told(probe, leaver))
                .satisfies(moved -> assertThat(moved.path("after").asString("")).isEqualTo("100.00")));

        hasLeft();

        assertThat(number(ON_TIME)).isEqualTo(-1);
        assertThat(evidence(ON_TIME)).isEmpty();
        assertThat(setAside(ON_TIME, "en"))
                .extracting(one -> one.get("eventId").asString())
                .containsExactly(event);
        eventually(() -> assertThatObject(told(probe, leaver))
                .satisfies(moved -> assertThat(moved.hasNonNull("after")).isFalse()));
        eventually(() -> assertThatObject(told(probe, department)).satisfies(moved -> {
            assertThat(moved.hasNonNull("after")).isFalse();
            assertThat(moved.get("people").asInt()).isZero();
        }));

        hired(MARCH_25);

        assertThat(number(ON_TIME)).isEqualTo(100);
        assertThat(setAside(ON_TIME, "en")).isEmpty();
        eventually(() -> assertThatObject(told(probe, leaver))
                .satisfies(moved -> assertThat(moved.path("after").asString("")).isEqualTo("100.00")));
    }

    @Test
    void aFigureOfADayAfterLeavingIsARowThatCannotBeTaken() {
        hasLeft();
        var rows = "personId,on,amount,base\n%s,2020-03-19,90,100\n%s,2020-03-20,30,20\n".replace("%s", leaver);

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
        assertThat(mongo.getCollection("figures").countDocuments(new Document("state.personId", leaver)))
                .isZero();
        assertThat(answer(importing("en", rows.lines().limit(2).reduce("", (one, next) -> one + next + "\n"))))
                .isEqualTo("200");
    }

    private void hired(LocalDate on) {
        wire.happens(
                new PersonHiredV1(
                        leaver, "E-" + leaver, new EncryptedText(leaver, "AAAA"), null, department, null, null, on),
                noon(on));
        eventually(() -> assertThat(known()).isEqualTo("Works"));
        eventually(() -> assertThat(inDirectory(true)).isTrue());
    }

    private void hasLeft() {
        wire.happens(new PersonSeparatedV1(leaver, LEFT), noon(LEFT));
        eventually(() -> assertThat(known()).isEqualTo("Left"));
        eventually(() -> assertThat(inDirectory(false)).isTrue());
    }

    /** What the last event said. */
    private String known() {
        var copy = mongo.getCollection("employments")
                .find(new Document("_id", leaver))
                .first();
        if (copy == null) {
            return "";
        }
        var last = copy.get("fact" + copy.get("sequence"), Document.class);
        return last.getString("kind");
    }

    private boolean inDirectory(boolean employed) {
        return mongo.getCollection("directory_people")
                        .countDocuments(new Document("_id", leaver).append("employed", employed))
                == 1;
    }

    /** @return id of the event that told so */
    private String done(LocalDate on) {
        var item = UUID.randomUUID().toString();
        keys.add(item);
        wire.happens(
                new WorkItemAssignedV1(item, "盘点", leaver, department, "ben", "PERSON", null, on, "NORMAL"),
                noon(MARCH_1));
        return Wire.id(wire.happens(
                new WorkItemCompletedV1(
                        item,
                        "盘点",
                        leaver,
                        department,
                        "ben",
                        "PERSON",
                        null,
                        "NORMAL",
                        on,
                        on,
                        noon(MARCH_1),
                        noon(on),
                        noon(on).plusSeconds(60),
                        true,
                        0,
                        Duration.between(noon(MARCH_1), noon(on)).toSeconds(),
                        "ben"),
                noon(on).plusSeconds(60)));
    }

    private String decided(LocalDate on) {
        var instance = UUID.randomUUID().toString();
        var task = instance + "-desk";
        keys.add(instance);
        keys.add(task);
        wire.happens(
                new TaskCreatedV1(
                        instance, task, "desk", "desk", null, leaver, List.of(), "manager", "REQ", "采购", null, "bob",
                        null),
                noon(on).minusSeconds(3600));
        return Wire.id(wire.happens(
                new TaskDecidedV1(
                        instance, task, "desk", "desk", null, "APPROVED", leaver, "REQ", "采购", null, "bob", null),
                noon(on)));
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
        return "?on=2020-03-10&personId=" + leaver;
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

    /** What was told last of the work on time of a person, or of a department. */
    private JsonNode told(EventProbe probe, String of) {
        probe.drain();
        return probe
                .await(
                        1,
                        event -> event.type().equals(MOVED)
                                && event.json().contains(ON_TIME)
                                && event.json().contains(of.equals(leaver) ? leaver : department)
                                && event.json().contains("personId\":\"") == of.equals(leaver),
                        PATIENCE)
                .stream()
                .map(event -> JsonMapper.shared().readTree(event.json()))
                .toList()
                .getLast();
    }

    /** In the time zone of the enterprise. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }
}
