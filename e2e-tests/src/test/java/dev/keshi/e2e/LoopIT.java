package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Work becomes evidence, a slipping figure a warning, a measure work, and done work a lower risk: across services, through the gateway. */
@OnThePlatform
class LoopIT {

    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String WORK_LIST = "/api/workflow/v1/work-list";
    private static final String INDICATORS = "/api/performance/v1/indicators/";
    private static final String RISKS = "/api/risk/v1";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final JsonNode me;

    LoopIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
    }

    @Scenario({"Z1", "P4", "W10"})
    void aTaskThatIsClosedLateMovesTheIndicatorWhichNamesTheEvent() {
        LocalDate yesterday = today().minusDays(1);
        String title = "月末盘点 " + UUID.randomUUID();
        JsonNode item = manager.post(
                        ITEMS,
                        body().put("ownerId", Leave.id(me)).put("title", title).put("dueDate", today().toString()))
                .expect(201)
                .json();
        aDayPasses(item, yesterday);

        act(employee, item, "report").expect(200);
        act(manager, item, "accept").expect(200);

        Eventually.eventually(
                () -> assertThat(told(item, "work-item-completed")).hasSize(1));
        String completed = told(item, "work-item-completed").getFirst();
        // That it became late may have been told before; what it is at last is what its completion says.
        Eventually.eventually(() -> assertThat(evidence(yesterday, title))
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.path("eventId").asString()).isEqualTo(completed);
                    assertThat(late.path("amount").asInt()).isZero();
                }));
        assertThat(employee.get(INDICATORS + "tasks-on-time/value?on=" + yesterday)
                        .expect(200)
                        .json()
                        .path("value")
                        .asDouble(100))
                .isLessThan(100);
    }

    @Scenario({"Z5", "R3", "R4", "W10"})
    void anOscillatingFigureLeadsToOneWarningAndAMeasureThatIsDoneInTheWorkList() {
        JsonNode risk = registered();
        JsonNode indicator = watched(risk);
        for (int day = 10; day > 0; day--) {
            report(indicator, day, day % 2 == 0 ? 11 : 9);
        }
        JsonNode warned = employee.get(RISKS + "/indicators/" + Leave.id(indicator))
                .expect(200)
                .json();
        assertThat(warned.path("warnings").asInt()).isOne();

        command(manager, risk, "/respond", body().put("response", "REDUCE").put("rationale", "影响交付"))
                .expect(200);
        String title = "引入第二家供应商 " + Leave.id(risk);
        ObjectNode plan = body().put("title", title)
                .put("ownerId", Leave.id(me))
                .put("dueOn", today().plusDays(30).toString());
        plan.putObject("expected").put("likelihood", 2).put("impact", 0);
        command(manager, risk, "/measures", plan).expect(200);
        Eventually.holds(() -> work(title).size() == 1);

        JsonNode item = work(title).getFirst().path("work");
        String path = ITEMS + "/" + item.path("workItemId").asString();
        employee.post(
                        path + "/report",
                        body(),
                        "If-Match",
                        employee.get(path).expect(200).etag())
                .expect(200);

        Eventually.holds(() -> measure(risk).path("status").asString().equals("DONE"));
        assertThat(find(risk).path("current").path("likelihood").asInt()).isEqualTo(2);
        assertThat(find(risk).path("current").path("level").asString()).isEqualTo("MEDIUM");
        report(indicator, 0, 7);
        ObjectNode verification = body().put("effective", true).put("note", "两家供应商均按期");
        verification.putObject("current").put("likelihood", 2).put("impact", 4);
        command(manager, risk, "/verify", verification).expect(200);
        assertThat(manager.get(RISKS + "/warnings/" + warned.path("warningId").asString())
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CLOSED");
    }

    @Scenario({"R3", "W10"})
    void aMeasureThatIsDoneInTheRegisterIsDoneWork() {
        JsonNode risk = registered();
        command(manager, risk, "/respond", body().put("response", "REDUCE").put("rationale", "影响交付"))
                .expect(200);
        String title = "签订备用合同 " + Leave.id(risk);
        ObjectNode plan = body().put("title", title)
                .put("ownerId", Leave.id(me))
                .put("dueOn", today().plusDays(30).toString());
        plan.putObject("expected").put("likelihood", 1).put("impact", 0);
        command(manager, risk, "/measures", plan).expect(200);
        Eventually.holds(() -> work(title).size() == 1);
        String path = ITEMS + "/"
                + work(title).getFirst().path("work").path("workItemId").asString();

        command(employee, risk, "/measures/" + Leave.id(measure(risk)) + "/complete", body().put("outcome", "已签约"))
                .expect(200);

        Eventually.holds(() ->
                employee.get(path).expect(200).json().path("status").asString().equals("COMPLETED"));
        assertThat(work(title)).isEmpty();
    }

    /** Nobody can give work that was due before; only time makes it late. */
    private void aDayPasses(JsonNode item, LocalDate due) {
        try (var client = MongoClients.create(keshi.mongodb())) {
            client.getDatabase("keshi_workflow")
                    .getCollection("work_items")
                    .updateOne(
                            new Document("_id", Leave.id(item)),
                            new Document("$set", new Document("state.dueDate", due.toString())));
        }
    }

    /** Ids of what the archive has of a work item. */
    private List<String> told(JsonNode item, String type) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&key=" + Leave.id(item))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(type))
                .map(one -> one.path("id").asString())
                .toList();
    }

    private List<JsonNode> evidence(LocalDate on, String title) {
        return pages(INDICATORS + "tasks-on-time/evidence?limit=100&on=" + on).stream()
                .filter(one -> one.path("subject").asString().equals(title))
                .toList();
    }

    /** In the employee's work list, whose first page is not all of it. */
    private List<JsonNode> work(String title) {
        return pages(WORK_LIST + "?limit=100").stream()
                .filter(entry -> entry.path("work").path("title").asString("").equals(title))
                .toList();
    }

    private List<JsonNode> pages(String path) {
        var all = new ArrayList<JsonNode>();
        String next = "";
        do {
            JsonNode page = employee.get(path + next).expect(200).json();
            page.path("items").forEach(all::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    private static Answer act(Caller person, JsonNode item, String verb) {
        String path = ITEMS + "/" + Leave.id(item);
        return person.post(
                path + "/" + verb,
                body(),
                "If-Match",
                person.get(path).expect(200).etag());
    }

    private JsonNode registered() {
        ObjectNode risk = body().put("kind", "OPERATION")
                .put("title", "关键供应商单一")
                .put("description", "只有一家供应商")
                .put("departmentId", me.path("departmentId").asString());
        risk.putObject("inherent").put("likelihood", 4).put("impact", 4);
        return employee.post(RISKS + "/risks", risk).expect(201).json();
    }

    private JsonNode watched(JsonNode risk) {
        ObjectNode definition =
                body().put("riskId", Leave.id(risk)).put("name", "交货延误率").put("unit", "%");
        definition
                .putObject("rule")
                .put("direction", "ABOVE")
                .put("threshold", 10)
                .put("recovery", 8)
                .put("breaches", 1)
                .put("rhythm", "DAILY");
        return employee.post(RISKS + "/indicators", definition).expect(201).json();
    }

    private void report(JsonNode indicator, int daysAgo, int value) {
        ObjectNode report = body();
        report.putArray("values")
                .addObject()
                .put("period", today().minusDays(daysAgo).toString())
                .put("value", value);
        employee.post(RISKS + "/indicators/" + Leave.id(indicator) + "/report", report)
                .expect(200);
    }

    private JsonNode find(JsonNode risk) {
        return employee.get(RISKS + "/risks/" + Leave.id(risk)).expect(200).json();
    }

    private JsonNode measure(JsonNode risk) {
        return find(risk).path("measures").path(0);
    }

    private static Answer command(Caller caller, JsonNode risk, String verb, ObjectNode body) {
        String path = RISKS + "/risks/" + Leave.id(risk);
        return caller.post(
                path + verb, body, "If-Match", caller.get(path).expect(200).etag());
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
