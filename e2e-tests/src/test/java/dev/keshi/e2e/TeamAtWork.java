package dev.keshi.e2e;

import com.mongodb.client.MongoClients;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An employee and the manager: their work, their risks, and what the platform says of both. */
final class TeamAtWork {

    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String WORK_LIST = "/api/workflow/v1/work-list";
    private static final String INDICATORS = "/api/performance/v1/indicators/";
    private static final String RISKS = "/api/risk/v1";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Caller employee;
    final Caller manager;
    final JsonNode me;
    private final Keshi keshi;

    TeamAtWork(Keshi keshi) {
        this(keshi, keshi.person(Part.EMPLOYEE), keshi.person(Part.MANAGER));
    }

    TeamAtWork(Keshi keshi, Caller employee, Caller manager) {
        this.keshi = keshi;
        this.employee = employee;
        this.manager = manager;
        me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
    }

    /** Nobody can give work that was due before; only time makes it late. */
    void daysPass(JsonNode item, LocalDate due) {
        set("keshi_workflow", "work_items", Leave.id(item), "state.dueDate", due.toString());
    }

    /** So many that whoever should have taken note of a warning has not done so in time. */
    void daysPassForWarning(String warning, LocalDate today) {
        set("keshi_risk", "warnings", warning, "state.escalatesOn", today.toString());
    }

    private void set(String database, String collection, String id, String field, String value) {
        try (var client = MongoClients.create(keshi.mongodb())) {
            client.getDatabase(database)
                    .getCollection(collection)
                    .updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
        }
    }

    /** What the archive has of a work item. */
    List<JsonNode> told(JsonNode item, String type) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&key=" + Leave.id(item))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("type").asString().contains(type))
                .toList();
    }

    /** By the times of the events: from the work being done to the value being told, of the employee and of the department. */
    void printHowSoonItMoved(JsonNode item) {
        var moved = keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?limit=100&type=keshi.performance.indicator-moved.v1")
                .expect(200)
                .json()
                .path("items");
        for (JsonNode done : told(item, "work-item-completed")) {
            moved.valueStream()
                    .filter(one -> one.path("data").path("causedBy").equals(done.path("id"))
                            && one.path("data").path("indicator").asString().equals("tasks-on-time"))
                    .forEach(one -> System.out.printf(
                            "The value of a %s moved %d ms after the work was done%n",
                            one.path("data").has("personId") ? "person" : "department",
                            Duration.between(time(done), time(one)).toMillis()));
        }
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("time").asString());
    }

    /** Work of the employee that is accepted now. */
    JsonNode done(String title, LocalDate due) {
        JsonNode item = given(title);
        if (due.isBefore(today())) {
            daysPass(item, due);
        }
        act(employee, item, "report").expect(200);
        act(manager, item, "accept").expect(200);
        return item;
    }

    /** Work of the employee that is due today. */
    JsonNode given(String title) {
        return manager.post(
                        ITEMS,
                        body().put("ownerId", Leave.id(me)).put("title", title).put("dueDate", today().toString()))
                .expect(201)
                .json();
    }

    List<JsonNode> evidence(LocalDate on, String title) {
        return Pages.items(employee, INDICATORS + "tasks-on-time/evidence?limit=100&on=" + on).stream()
                .filter(one -> one.path("subject").asString().equals(title))
                .toList();
    }

    /** In the employee's work list, whose first page is not all of it. */
    List<JsonNode> work(String title) {
        return Pages.items(employee, WORK_LIST + "?limit=100").stream()
                .filter(entry -> entry.path("work").path("title").asString("").equals(title))
                .toList();
    }

    static Answer act(Caller person, JsonNode item, String verb) {
        String path = ITEMS + "/" + Leave.id(item);
        Answer answer = acted(person, path, verb);
        // It became late between the look and the deed.
        return answer.status() == 412 ? acted(person, path, verb) : answer;
    }

    private static Answer acted(Caller person, String path, String verb) {
        return person.post(
                path + "/" + verb,
                body(),
                "If-Match",
                person.get(path).expect(200).etag());
    }

    /** A measure that the employee has in the work list. */
    void reducedBy(JsonNode risk, String title, int likelihood) {
        reducedBy(risk, title, likelihood, today().plusDays(30));
    }

    void reducedBy(JsonNode risk, String title, int likelihood, LocalDate dueOn) {
        command(manager, risk, "/respond", body().put("response", "REDUCE").put("rationale", "影响交付"))
                .expect(200);
        ObjectNode plan =
                body().put("title", title).put("ownerId", Leave.id(me)).put("dueOn", dueOn.toString());
        plan.putObject("expected").put("likelihood", likelihood).put("impact", 0);
        command(manager, risk, "/measures", plan).expect(200);
        Eventually.holds(() -> work(title).size() == 1);
    }

    void doneInTheWorkList(String title) {
        employee.post(
                        workPath(title) + "/report",
                        body(),
                        "If-Match",
                        employee.get(workPath(title)).expect(200).etag())
                .expect(200);
    }

    String workPath(String title) {
        return ITEMS + "/" + workItem(title);
    }

    /** @return its id */
    String workItem(String title) {
        return work(title).getFirst().path("work").path("workItemId").asString();
    }

    JsonNode registered() {
        ObjectNode risk = body().put("kind", "OPERATION")
                .put("title", "关键供应商单一")
                .put("description", "只有一家供应商")
                .put("departmentId", me.path("departmentId").asString());
        risk.putObject("inherent").put("likelihood", 4).put("impact", 4);
        return employee.post(RISKS + "/risks", risk).expect(201).json();
    }

    JsonNode watched(JsonNode risk) {
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

    /** By the work of the department, where all of it has to be on time. */
    JsonNode fed(JsonNode risk, String rhythm, int breaches) {
        return fed(risk, "tasks-on-time", rhythm, breaches);
    }

    /** By what the department reaches, in percent, in an indicator of performance-service; below 99.9 is a breach. */
    JsonNode fed(JsonNode risk, String by, String rhythm, int breaches) {
        ObjectNode definition =
                body().put("riskId", Leave.id(risk)).put("name", "工作按期率").put("unit", "%");
        definition
                .putObject("rule")
                .put("direction", "BELOW")
                .put("threshold", 99.9)
                .put("recovery", 100)
                .put("breaches", breaches)
                .put("rhythm", rhythm);
        definition
                .putObject("feed")
                .put("performanceIndicator", by)
                .put("departmentId", me.path("departmentId").asString());
        return manager.post(RISKS + "/indicators", definition).expect(201).json();
    }

    JsonNode watching(String indicator) {
        return manager.get(RISKS + "/indicators/" + indicator).expect(200).json();
    }

    int readings(String indicator) {
        return watching(indicator).path("readings").size();
    }

    int warnings(String indicator) {
        return watching(indicator).path("warnings").asInt();
    }

    double onTime(LocalDate day) {
        return employee.get(INDICATORS + "tasks-on-time/value?on=" + day)
                .expect(200)
                .json()
                .path("value")
                .asDouble(100);
    }

    void report(JsonNode indicator, int daysAgo, int value) {
        ObjectNode report = body();
        report.putArray("values")
                .addObject()
                .put("period", today().minusDays(daysAgo).toString())
                .put("value", value);
        employee.post(RISKS + "/indicators/" + Leave.id(indicator) + "/report", report)
                .expect(200);
    }

    JsonNode find(JsonNode risk) {
        return employee.get(RISKS + "/risks/" + Leave.id(risk)).expect(200).json();
    }

    JsonNode measure(JsonNode risk) {
        return find(risk).path("measures").path(0);
    }

    static Answer command(Caller caller, JsonNode risk, String verb, ObjectNode body) {
        String path = RISKS + "/risks/" + Leave.id(risk);
        return caller.post(
                path + verb, body, "If-Match", caller.get(path).expect(200).etag());
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
