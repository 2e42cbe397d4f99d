package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a manager of the demo enterprise still has to do, in one list, wherever it is done. */
@OnThePlatform
class ObligationsIT {

    private static final String OBLIGATIONS = "/api/notification/v1/obligations";
    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String RISK = "/api/risk/v1";
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    private final Caller employee;
    private final Caller manager;
    private final JsonNode me;
    private final String run = UUID.randomUUID().toString();
    private final LocalDate today = LocalDate.now(ENTERPRISE);

    ObligationsIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        me = manager.get("/api/org/v1/people/me").expect(200).json().path("person");
    }

    @Scenario("Z16")
    void whatWaitsInAnyServiceIsOneListAndGoneWhenItIsDoneThere() throws Throwable {
        var request = Leave.askFor(employee, 1);
        var work = manager.post(ITEMS, work("盘点 " + run)).expect(201).json();
        var risk = risk();
        var measure = measure(risk, "引入第二家供应商 " + run);
        var round = round("风险识别 " + run);

        eventually(() -> assertThat(about(request, work)).hasSize(4));
        var all = about(request, work);
        assertThat(all).extracting(one -> one.path("kind").asString()).contains("APPROVAL", "WORK_ITEM", "RISK_ROUND");
        assertThat(all)
                .filteredOn(one -> one.path("title").asString("").startsWith("引入第二家供应商"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("dueOn").asString()).isEqualTo(day(30)))
                .satisfies(one -> assertThat(one.path("overdue").asBoolean()).isFalse());
        assertThat(mentions(employee)).isEmpty();

        Leave.approve(manager, request);
        act(ITEMS + "/" + Leave.id(work), "/report", body()).expect(200);
        act(RISK + "/risks/" + Leave.id(risk), "/measures/" + measure + "/complete", body().put("outcome", "已签约"))
                .expect(200);
        manager.post(
                        RISK + "/rounds/" + Leave.id(round) + "/answers/"
                                + me.path("departmentId").asString(),
                        body().put("outcome", "NOTHING_NEW").put("note", "无"))
                .expect(200);

        eventually(() -> assertThat(about(request, work)).isEmpty());
    }

    /** Of this run: the approval of the request, and whatever has a title of this run. */
    private List<JsonNode> about(JsonNode request, JsonNode work) {
        var found = new ArrayList<JsonNode>();
        for (JsonNode one : obligations(manager)) {
            var target = one.path("target");
            if (target.path("parentId").asString("").equals(Leave.id(request))
                    || target.path("id").asString("").equals(Leave.id(work))
                    || (one.path("title").asString("").contains(run) && !isOfAGroup(one))) {
                found.add(one);
            }
        }
        return found;
    }

    /** A round asks the groups below as well, which the manager may lead too. */
    private boolean isOfAGroup(JsonNode one) {
        return one.path("kind").asString().equals("RISK_ROUND")
                && !one.path("target")
                        .path("id")
                        .asString()
                        .equals(me.path("departmentId").asString());
    }

    private List<JsonNode> mentions(Caller person) {
        return obligations(person).stream()
                .filter(one -> one.path("text").asString("").contains(run))
                .toList();
    }

    private static List<JsonNode> obligations(Caller person) {
        return Pages.items(person, OBLIGATIONS + "?limit=100");
    }

    private ObjectNode work(String title) {
        return body().put("ownerId", Leave.id(me)).put("title", title).put("dueDate", day(3));
    }

    private JsonNode round(String name) {
        var body = body().put("name", name)
                .put("rootDepartmentId", me.path("departmentId").asString())
                .put("dueOn", day(14));
        return manager.post(RISK + "/rounds", body).expect(201).json();
    }

    private JsonNode risk() {
        var risk = body().put("kind", "OPERATION")
                .put("title", "关键供应商单一 " + run)
                .put("description", "只有一家供应商")
                .put("departmentId", me.path("departmentId").asString());
        risk.putObject("inherent").put("likelihood", 4).put("impact", 4);
        var registered = manager.post(RISK + "/risks", risk).expect(201).json();
        act(
                        RISK + "/risks/" + Leave.id(registered),
                        "/respond",
                        body().put("response", "REDUCE").put("rationale", "影响交付"))
                .expect(200);
        return registered;
    }

    /** @return its id */
    private String measure(JsonNode risk, String title) {
        var plan = body().put("title", title).put("ownerId", Leave.id(me)).put("dueOn", day(30));
        plan.putObject("budget").put("amount", 20000).put("currency", "CNY");
        plan.putObject("expected").put("likelihood", 2).put("impact", 0);
        return Leave.id(act(RISK + "/risks/" + Leave.id(risk), "/measures", plan)
                .expect(200)
                .json()
                .path("measures")
                .get(0));
    }

    /** On the thing as it is now. */
    private Answer act(String path, String verb, ObjectNode body) {
        return manager.post(
                path + verb, body, "If-Match", manager.get(path).expect(200).etag());
    }

    /** From the day on which the scenario began, also when midnight comes. */
    private String day(int days) {
        return today.plusDays(days).toString();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
