package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A department's plan of what recurs, and the work that its people get from it. */
@OnThePlatform
class WorkPlansIT {

    private static final String PLANS = "/api/workflow/v1/work-plans";
    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String LIST = "/api/workflow/v1/work-list";
    private static final String OBLIGATIONS = "/api/notification/v1/obligations";

    private final Keshi keshi;
    private final Caller employee;
    private final Caller colleague;
    private final Caller manager;
    private final String run = UUID.randomUUID().toString();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    WorkPlansIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        colleague = keshi.person(Part.FIRST_COLLEAGUE);
        manager = keshi.person(Part.MANAGER);
    }

    @Scenario({"W10", "Z16"})
    void aPlanGivesTwoPeopleWorkThatStandsInTheirWorkListsAndObligationsUntilItIsDone() throws Throwable {
        var plan = manager.post(PLANS, plan()).expect(201).json();
        assertThat(work(employee)).isEmpty();

        act(plan, "activate", body()).expect(200);

        for (var person : List.of(employee, colleague)) {
            eventually(() -> assertThat(work(person)).hasSize(1));
            eventually(() -> assertThat(obligations(person))
                    .singleElement()
                    .satisfies(one -> assertThat(one.path("dueOn").asString())
                            .isEqualTo(today.plusDays(2).toString())));
        }
        var item = ITEMS + "/"
                + work(employee).getFirst().path("work").path("workItemId").asString();
        var given = employee.get(item).expect(200);
        assertThat(given.json().path("origin").asString()).isEqualTo("PLAN");
        assertThat(given.json().path("originReference").asString()).startsWith(Leave.id(plan) + "/");

        var done = employee.post(item + "/report", body(), "If-Match", given.etag())
                .expect(200)
                .json();
        assertThat(done.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(work(employee)).isEmpty();
        eventually(() -> assertThat(obligations(employee)).isEmpty());
        assertThat(obligations(colleague)).hasSize(1);
    }

    @Scenario({"W10", "X1"})
    void aPlanIsKeptByThoseWhoLeadTheDepartmentAndSeenByThoseItNames() {
        var plan = manager.post(PLANS, plan()).expect(201).json();
        var path = PLANS + "/" + Leave.id(plan);

        for (var reader : List.of(employee, manager, keshi.person(Part.DEPUTY), keshi.person(Part.AUDITOR))) {
            assertThat(reader.get(path).status()).isEqualTo(200);
        }
        for (var stranger : List.of(keshi.person(Part.BUSY_MANAGER), keshi.person(Part.HR))) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.post(PLANS, plan()).status()).isEqualTo(403);
        }
        assertThat(employee.post(path + "/activate", body(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        act(plan, "end", body().put("reason", "只是试写")).expect(200);
    }

    /** Of this run, by its title. */
    private List<JsonNode> work(Caller person) {
        return Pages.items(person, LIST + "?limit=100").stream()
                .filter(entry -> entry.path("work").path("title").asString("").contains(run))
                .toList();
    }

    private List<JsonNode> obligations(Caller person) {
        return Pages.items(person, OBLIGATIONS + "?limit=100").stream()
                .filter(one -> one.path("title").asString("").contains(run))
                .toList();
    }

    private ObjectNode plan() {
        var me = me(employee);
        var plan = body().put("departmentId", me.path("departmentId").asString())
                .put("name", "运营例行工作")
                .put("nameEn", "Routine work")
                .put("validFrom", today.toString());
        var entries = plan.putArray("entries");
        for (var owner : List.of(Leave.id(me), Leave.id(me(colleague)))) {
            entries.addObject()
                    .put("title", "周例会材料 " + run)
                    .put("frequency", "WEEKLY")
                    .put("weekday", today.getDayOfWeek().name())
                    .put("dueAfterDays", 2)
                    .put("ownerId", owner);
        }
        return plan;
    }

    private static JsonNode me(Caller person) {
        return person.get("/api/org/v1/people/me").expect(200).json().path("person");
    }

    /** On the plan as it is now. */
    private Answer act(JsonNode plan, String verb, ObjectNode body) {
        var path = PLANS + "/" + Leave.id(plan);
        return manager.post(
                path + "/" + verb,
                body,
                "If-Match",
                manager.get(path).expect(200).etag());
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
