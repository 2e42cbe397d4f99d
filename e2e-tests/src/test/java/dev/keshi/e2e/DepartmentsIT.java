package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@OnThePlatform
class DepartmentsIT {

    /** Whose day it is does not depend on where the tests run. */
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    private static final String DEPARTMENTS = "/api/org/v1/departments";

    private final Caller personnel;
    private final Caller employee;
    private final String top;

    DepartmentsIT(Keshi keshi) {
        personnel = keshi.person(Part.HR);
        employee = keshi.person(Part.EMPLOYEE);
        JsonNode me = employee.get("/api/org/v1/people/me").expect(200).json();
        String own = me.path("person").path("departmentId").asString();
        JsonNode above =
                employee.get(DEPARTMENTS + "/" + own + "/above").expect(200).json();
        top = Leave.id(above.get(above.size() - 1));
    }

    @Scenario("O1")
    void aDepartmentIsOpenedMovedAndClosedAndEveryDayKeepsItsPicture() {
        var first = open(top);
        var second = open(top);
        var today = LocalDate.now(ENTERPRISE);

        assertThat(move(second, first, today.plusDays(1)).status()).isEqualTo(200);
        assertThat(close(second, today.plusDays(3)).status()).isEqualTo(200);

        assertThat(parentOn(second, today)).isEqualTo(top);
        assertThat(parentOn(second, today.plusDays(1))).isEqualTo(Leave.id(first));
        assertThat(parentOn(second, today.plusDays(2))).isEqualTo(Leave.id(first));
        assertThat(on(second, today.minusDays(1)).status()).isEqualTo(404);
        assertThat(on(second, today.plusDays(3)).status()).isEqualTo(404);
        assertThat(below(first, today)).isEmpty();
        assertThat(below(first, today.plusDays(2))).containsExactly(Leave.id(second));
        assertThat(below(first, today.plusDays(3))).isEmpty();
        assertThat(move(second, first, today.plusDays(4)).status()).isEqualTo(422);
    }

    @Scenario("O1")
    void twoMovesAtOnceNeverMakeACycle() throws Exception {
        var first = open(top);
        var second = open(top);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var today = LocalDate.now(ENTERPRISE);
            var one = threads.submit(() -> move(first, second, today));
            var other = threads.submit(() -> move(second, first, today));
            assertThat(new int[] {one.get().status(), other.get().status()}).containsOnlyOnce(200);
        }

        boolean firstBelow = parentOn(first, LocalDate.now(ENTERPRISE)).equals(Leave.id(second));
        boolean secondBelow = parentOn(second, LocalDate.now(ENTERPRISE)).equals(Leave.id(first));
        assertThat(firstBelow ^ secondBelow).isTrue();
    }

    @Scenario("O1")
    void aGroupTakesNoDepartmentAndAnEmployeeChangesNothing() {
        var group = personnel
                .post(DEPARTMENTS, department(top).put("kind", "FUNCTIONAL_GROUP"))
                .expect(201)
                .json();

        assertThat(personnel.post(DEPARTMENTS, department(Leave.id(group))).status())
                .isIn(409, 422);
        assertThat(employee.post(DEPARTMENTS, department(top)).status()).isEqualTo(403);
    }

    private Answer move(JsonNode department, JsonNode below, LocalDate from) {
        return personnel.post(
                path(department) + "/move",
                json("parentId", Leave.id(below)).put("effectiveOn", from.toString()),
                "If-Match",
                etag(department));
    }

    private Answer close(JsonNode department, LocalDate from) {
        return personnel.post(
                path(department) + "/close", json("closedOn", from.toString()), "If-Match", etag(department));
    }

    private JsonNode open(String parent) {
        return personnel.post(DEPARTMENTS, department(parent)).expect(201).json();
    }

    private static ObjectNode department(String parent) {
        return json("parentId", parent)
                .put("code", "T-" + UUID.randomUUID().toString().substring(0, 12))
                .put("name", "临时部门");
    }

    private String etag(JsonNode department) {
        return personnel.get(path(department)).expect(200).etag();
    }

    private String parentOn(JsonNode department, LocalDate day) {
        return on(department, day).expect(200).json().path("parentId").asString();
    }

    private Answer on(JsonNode department, LocalDate day) {
        return personnel.get(path(department) + "?asOf=" + day);
    }

    private List<String> below(JsonNode department, LocalDate day) {
        return personnel
                .get(DEPARTMENTS + "?parentId=" + Leave.id(department) + "&asOf=" + day)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(Leave::id)
                .toList();
    }

    private static String path(JsonNode department) {
        return DEPARTMENTS + "/" + Leave.id(department);
    }

    private static ObjectNode json(String name, String value) {
        return JsonMapper.shared().createObjectNode().put(name, value);
    }
}
