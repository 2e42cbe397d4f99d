package dev.keshi.reporting.figure;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskClosedV1;
import dev.keshi.contracts.risk.RiskRegisteredV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemOwnerMovedV1;
import dev.keshi.reporting.RunningService;
import dev.keshi.reporting.TestIdentity;
import dev.keshi.reporting.Wire;
import dev.keshi.reporting.Wire.Sent;
import dev.keshi.test.infrastructure.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of a team that Tom leads and in which Ann works; the department lies in one that Boss leads. */
@RunningService
class FiguresIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String team = "team-" + run;
    private final String group = "group-" + run;
    private final String ann = "ann-" + run;
    private final String tom = "tom-" + run;
    private final String boss = "boss-" + run;
    private final String otto = "otto-" + run;
    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZONE);
    private final String month = YearMonth.from(today).toString();
    private final Map<String, Long> sequences = new HashMap<>();

    @BeforeEach
    void anOrganisation() {
        department(group, null, boss);
        department(team, group, tom);
        department("other-" + run, group, otto);
        person(ann, team);
        person(tom, team);
        person(boss, group);
        person(otto, "other-" + run);
    }

    @Test
    void whatWaitsAndWhatWasDoneIsCountedAndLeadsToItsEventsInWhateverOrderTheyCame(RealKafka kafka) throws Exception {
        var all = new ArrayList<Sent>();
        var done = "w1-" + run;
        all.add(event(assigned(done, today.plusDays(1)), done, Duration.ofHours(5)));
        all.add(event(completed(done, true), done, Duration.ofHours(3)));
        var lateDone = "w2-" + run;
        all.add(event(assigned(lateDone, today.minusDays(1)), lateDone, Duration.ofHours(5)));
        all.add(event(completed(lateDone, false), lateDone, Duration.ofHours(1)));
        var late = "w3-" + run;
        all.add(event(assigned(late, today.minusDays(1)), late, Duration.ofHours(60)));
        var becameLate = event(
                new WorkItemBecameLateV1(late, "周报", ann, team, tom, today.minusDays(1)), late, Duration.ofHours(4));
        all.add(becameLate);
        var open = "w4-" + run;
        all.add(event(assigned(open, today.plusDays(1)), open, Duration.ofHours(1)));
        var cancelled = "w5-" + run;
        all.add(event(assigned(cancelled, today.plusDays(1)), cancelled, Duration.ofHours(1)));
        all.add(event(new WorkItemCancelledV1(cancelled, "周报", ann, team, tom, tom), cancelled, Duration.ofMinutes(9)));
        var request = "i1-" + run;
        all.add(event(
                new RequestSubmittedV1(request, "QJ-1", "leave", 1, "请假", null, ann, team),
                request,
                Duration.ofHours(9)));
        all.add(event(task(request, null, List.of(tom, boss), group, team), request, Duration.ofHours(9)));
        all.add(event(new TaskClaimedV1(request, "t-" + request, tom, team), request, Duration.ofHours(4)));
        var decided = event(
                new TaskDecidedV1(
                        request, "t-" + request, "s", "审批", null, "APPROVED", tom, "QJ-1", "请假", null, ann, team),
                request,
                Duration.ofHours(2));
        all.add(decided);
        all.add(event(
                new RequestEndedV1(request, "APPROVED", "QJ-1", "请假", null, ann, null, team),
                request,
                Duration.ofHours(2)));
        var waiting = "i2-" + run;
        all.add(event(task(waiting, tom, List.of(), team), waiting, Duration.ofDays(4)));
        var risk = "r1-" + run;
        all.add(event(new RiskRegisteredV1(risk, "MARKET", "风险", team, ann, null), risk, Duration.ofHours(8)));
        all.add(event(new RiskClosedV1(risk, team), risk, Duration.ofHours(7)));
        all.add(event(
                new RiskAssessmentOpenedV1(risk, "a-1", team, ann, "WARNING", List.of(), null),
                risk,
                Duration.ofHours(6)));
        var warning = "n1-" + run;
        var raised = event(warning(warning), warning, Duration.ofMinutes(30));
        all.add(raised);
        var over = "n2-" + run;
        all.add(event(warning(over), over, Duration.ofMinutes(30)));
        all.add(event(new WarningClosedV1(over, "x", risk, team, ann), over, Duration.ofMinutes(20)));

        var sent = new ArrayList<>(all);
        sent.addAll(all.subList(0, 9));
        Collections.shuffle(sent, new Random(7));
        try (var wire = new Wire(kafka.bootstrap())) {
            sent.forEach(wire::send);
            wire.flush();
            eventually(() -> assertThat(now(tom, "/departments/" + team))
                    .containsEntry("workOpen", 2L)
                    .containsEntry("workLate", 1L)
                    .containsEntry("approvalsOpen", 1L)
                    .containsEntry("approvalsLate", 1L)
                    .containsEntry("requestsOpen", 0L)
                    .containsEntry("risksOpen", 1L)
                    .containsEntry("warningsOpen", 1L));
        }

        var asked = month(tom, "/departments/" + team);
        eventually(() -> assertThat(
                        month(tom, "/departments/" + team).get("workDone").asInt())
                .isEqualTo(expected(2, 3, 1)));
        if (sameMonth(Duration.ofHours(9))) {
            asked = month(tom, "/departments/" + team);
            assertThat(asked.get("workOnTime").asInt()).isOne();
            assertThat(asked.get("workOnTimePercent").decimalValue()).isEqualByComparingTo("50.0");
            assertThat(asked.get("workMeanHours").decimalValue()).isEqualByComparingTo("3.0");
            assertThat(asked.get("approvalsDecided").asInt()).isOne();
            assertThat(asked.get("approvalMeanHours").decimalValue()).isEqualByComparingTo("2.0");
            assertThat(asked.get("requestsSubmitted").asInt()).isOne();
            assertThat(asked.get("requestsDecided").asInt()).isOne();
            assertThat(asked.get("requestMeanHours").decimalValue()).isEqualByComparingTo("7.0");
            assertThat(asked.get("warningsRaised").asInt()).isEqualTo(2);
            assertThat(events(tom, "/departments/" + team, "WORK_DONE", month)).hasSize(2);
            assertThat(events(tom, "/departments/" + team, "APPROVALS_DECIDED", month))
                    .containsExactly(decided.id());
        }
        assertThat(events(tom, "/departments/" + team, "WORK_LATE", null)).containsExactly(becameLate.id());
        assertThat(events(tom, "/departments/" + team, "WARNINGS_OPEN", null)).containsExactly(raised.id());
        assertThat(events(ann, "/people/" + ann, "WORK_OPEN", null)).hasSize(2);
        assertThat(now(ann, "/people/" + ann)).containsEntry("workOpen", 2L).containsEntry("approvalsOpen", 0L);
        assertThat(now(tom, "/people/" + tom))
                .containsEntry("approvalsOpen", 1L)
                .containsEntry("workOpen", 0L);
        assertThat(now(boss, "/departments/" + group)).containsEntry("workOpen", 0L);
        assertThat(now(boss, "/departments/" + group + "?below=true")).containsEntry("workOpen", 2L);
        assertThat(now(boss, "/departments/" + team)).containsEntry("workOpen", 2L);
    }

    @Test
    void workGoesWithItsOwnerAndWhatSomebodyWhoLeftHasNotDoneIsTheLeaders(RealKafka kafka) throws Exception {
        var moved = "m1-" + run;
        var left = "m2-" + run;
        var other = "other-" + run;
        var due = today.plusDays(1);
        var sent = new ArrayList<>(List.of(
                event(assigned(moved, due), moved, Duration.ofHours(3)),
                event(new WorkItemOwnerMovedV1(moved, "周报", ann, other, team, tom, due), moved, Duration.ofHours(1)),
                event(assigned(left, due), left, Duration.ofHours(3)),
                event(
                        new WorkItemHandedOverV1(left, "周报", ann, team, tom, due, "OPEN", boss, "OWNER_LEFT"),
                        left,
                        Duration.ofHours(1))));
        Collections.reverse(sent);
        try (var wire = new Wire(kafka.bootstrap())) {
            sent.forEach(wire::send);
            wire.flush();
            eventually(() -> assertThat(now(otto, "/departments/" + other)).containsEntry("workOpen", 1L));
        }

        eventually(() -> assertThat(now(tom, "/departments/" + team)).containsEntry("workOpen", 1L));
        eventually(() -> assertThat(now(boss, "/people/" + boss)).containsEntry("workOpen", 1L));
        assertThat(now(ann, "/people/" + ann)).containsEntry("workOpen", 1L);
    }

    @Test
    void whatWasDecidedAndAskedForStaysWhereItWasWhoeverWorksThereNow(RealKafka kafka) throws Exception {
        var request = "q1-" + run;
        var other = "other-" + run;
        var sent = new ArrayList<>(List.of(
                event(
                        new RequestSubmittedV1(request, "QJ-2", "leave", 1, "请假", null, ann, team),
                        request,
                        Duration.ofMinutes(9)),
                event(task(request, null, List.of(tom, otto), other, team), request, Duration.ofMinutes(8)),
                event(new TaskClaimedV1(request, "t-" + request, tom, team), request, Duration.ofMinutes(7)),
                event(decided(request, tom, team), request, Duration.ofMinutes(6)),
                event(
                        new RequestEndedV1(request, "APPROVED", "QJ-2", "请假", null, ann, null, team),
                        request,
                        Duration.ofMinutes(5))));
        var offered = "q2-" + run;
        sent.add(event(task(offered, null, List.of(tom, otto), other, team), offered, Duration.ofMinutes(4)));
        Collections.shuffle(sent, new Random(11));
        // People move before anything is known of what they did.
        mongo.getCollection("directory_people")
                .updateMany(
                        new Document("_id", new Document("$in", List.of(tom, ann))),
                        new Document("$set", new Document("departmentId", other)));
        try (var wire = new Wire(kafka.bootstrap())) {
            sent.forEach(wire::send);
            wire.flush();
            eventually(() -> assertThat(now(tom, "/departments/" + team))
                    .containsEntry("approvalsOpen", 1L)
                    .containsEntry("requestsOpen", 0L));
        }

        // Where somebody of either department may take it, it waits in both, and once in the one above them.
        eventually(() -> assertThat(now(otto, "/departments/" + other)).containsEntry("approvalsOpen", 1L));
        eventually(() ->
                assertThat(now(boss, "/departments/" + group + "?below=true")).containsEntry("approvalsOpen", 1L));
        if (sameMonth(Duration.ofMinutes(9))) {
            eventually(() -> assertThat(month(tom, "/departments/" + team)
                            .get("approvalsDecided")
                            .asInt())
                    .isOne());
            assertThat(month(tom, "/departments/" + team)
                            .get("requestsSubmitted")
                            .asInt())
                    .isOne();
            assertThat(month(otto, "/departments/" + other)
                            .get("approvalsDecided")
                            .asInt())
                    .isZero();
            assertThat(month(otto, "/departments/" + other)
                            .get("requestsSubmitted")
                            .asInt())
                    .isZero();
            assertThat(month(tom, "/people/" + tom).get("approvalsDecided").asInt())
                    .isOne();
        }
    }

    @Test
    void whatComesFromBeforeItsDepartmentWasToldCountsForItsPeopleOnly(RealKafka kafka) throws Exception {
        var request = "q3-" + run;
        try (var wire = new Wire(kafka.bootstrap())) {
            var created = event(task(request, tom, List.of()), request, Duration.ofMinutes(2));
            wire.send(new Sent(
                    created.id(),
                    created.topic(),
                    created.key(),
                    created.sequence(),
                    created.type(),
                    created.time(),
                    created.value().replace(",\"departmentIds\":[]", "")));
            wire.flush();
        }

        eventually(() -> assertThat(now(tom, "/people/" + tom)).containsEntry("approvalsOpen", 1L));
        eventually(() -> assertThat(now(tom, "/departments/" + team)).containsEntry("approvalsOpen", 0L));
    }

    @Test
    void nobodySeesFiguresOutsideOfTheirScope() throws Exception {
        assertThat(status(ann, "/people/" + ann + "/figures")).isEqualTo(200);
        assertThat(status(ann, "/people/" + tom + "/figures")).isEqualTo(404);
        assertThat(status(ann, "/departments/" + team + "/figures")).isEqualTo(404);
        eventually(() ->
                assertThat(status(tom, "/departments/" + team + "/figures")).isEqualTo(200));
        assertThat(status(tom, "/people/" + ann + "/figures")).isEqualTo(200);
        assertThat(status(tom, "/departments/" + group + "/figures")).isEqualTo(404);
        assertThat(status(otto, "/departments/" + team + "/figures")).isEqualTo(404);
        assertThat(status(otto, "/people/" + ann + "/figures/events?figure=WORK_OPEN"))
                .isEqualTo(404);
        assertThat(status(otto, "/departments/" + team + "/figures/events?figure=WORK_OPEN"))
                .isEqualTo(404);
        assertThat(status("aud-" + run, "/departments/" + team + "/figures", "AUDITOR"))
                .isEqualTo(200);
        assertThat(status("aud-" + run, "/departments/nowhere/figures", "AUDITOR"))
                .isEqualTo(404);
    }

    @Test
    void whatIsAskedForWronglyIsRefused() throws Exception {
        var figures = "/people/" + ann + "/figures";
        assertThat(code(figures + "?from=2026-05&to=2026-04")).isEqualTo("figure-period-reversed");
        assertThat(code(figures + "?from=2020-05&to=2026-04")).isEqualTo("figure-period-too-long");
        assertThat(code(figures + "/events?figure=WORK_DONE")).isEqualTo("figure-month-missing");
        assertThat(code(figures + "/events?figure=WORK_OPEN&month=2026-04")).isEqualTo("figure-month-not-allowed");
        assertThat(status(ann, figures + "?from=yesterday")).isEqualTo(400);
        assertThat(status(ann, figures + "/events?figure=LUCK")).isEqualTo(400);
        assertThat(status(ann, figures + "/events")).isEqualTo(400);
        assertThat(status(ann, figures + "?month=2026-04")).isEqualTo(400);
    }

    private int expected(int all, int hoursOfFirst, int hoursOfSecond) {
        return all
                - (sameMonth(Duration.ofHours(hoursOfFirst)) ? 0 : 1)
                - (sameMonth(Duration.ofHours(hoursOfSecond)) ? 0 : 1);
    }

    /** The first hours of a month belong to two. */
    private boolean sameMonth(Duration ago) {
        return YearMonth.from(now.minus(ago).atZone(ZONE)).toString().equals(month);
    }

    private WorkItemAssignedV1 assigned(String id, LocalDate due) {
        return new WorkItemAssignedV1(id, "周报", ann, team, tom, "PERSON", null, due, "NORMAL");
    }

    private WorkItemCompletedV1 completed(String id, boolean onTime) {
        return new WorkItemCompletedV1(
                id, "周报", ann, team, tom, "PERSON", null, "NORMAL", today, today, now, now, now, onTime, 0, 0, tom);
    }

    private TaskCreatedV1 task(
            String request, @Nullable String assignee, List<String> candidates, String... departments) {
        return new TaskCreatedV1(
                request,
                "t-" + request,
                "s",
                "审批",
                null,
                assignee,
                candidates,
                "m",
                "QJ-1",
                "请假",
                null,
                ann,
                List.of(departments));
    }

    private TaskDecidedV1 decided(String request, String by, String department) {
        return new TaskDecidedV1(
                request, "t-" + request, "s", "审批", null, "APPROVED", by, "QJ-2", "请假", null, ann, department);
    }

    private WarningRaisedV1 warning(String id) {
        return new WarningRaisedV1(id, "x", "r", team, ann, "延误率", null, "%", "ABOVE", "10", today, "11");
    }

    private Sent event(PublishedEvent event, String key, Duration ago) {
        var contract = EventCatalogue.describe(event.getClass());
        return new Sent(
                UUID.randomUUID().toString(),
                contract.topic(),
                key,
                sequences.merge(key, 1L, Long::sum),
                contract.type(),
                now.minus(ago),
                JSON.writeValueAsString(event));
    }

    private Map<String, Long> now(String caller, String path) {
        var figures = new HashMap<String, Long>();
        var query = path.indexOf('?');
        var address = query < 0 ? path + "/figures" : path.substring(0, query) + "/figures" + path.substring(query);
        get(caller, address)
                .get("now")
                .properties()
                .forEach(one -> figures.put(one.getKey(), one.getValue().asLong()));
        return figures;
    }

    private JsonNode month(String caller, String path) {
        return get(caller, path + "/figures?from=" + month + "&to=" + month)
                .get("months")
                .get(0);
    }

    private List<String> events(String caller, String path, String figure, @Nullable String ofMonth) {
        var found = new ArrayList<String>();
        var query = "/figures/events?figure=" + figure + (ofMonth == null ? "" : "&month=" + ofMonth);
        get(caller, path + query)
                .get("items")
                .forEach(item -> found.add(item.get("eventId").asString()));
        return found;
    }

    private JsonNode get(String caller, String path) {
        var response = ask(caller, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private String code(String path) {
        var response = ask(ann, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        return JSON.readTree(response.body()).get("code").asString();
    }

    private int status(String caller, String path, String... roles) {
        return ask(caller, path, roles).statusCode();
    }

    private HttpResponse<String> ask(String caller, String path, String... roles) {
        var token = TestIdentity.token(caller, "", roles.length == 0 ? new String[] {"EMPLOYEE"} : roles);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/reporting/v1" + path))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void person(String id, String department) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("employed", true));
    }

    private void department(String id, @Nullable String parent, String manager) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", List.of())
                        .append("open", true));
    }
}
