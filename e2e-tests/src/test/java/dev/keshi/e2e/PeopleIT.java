package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People of the demo enterprise and the positions that they hold, through the gateway. */
@OnThePlatform
class PeopleIT {

    private static final String PEOPLE = "/api/org/v1/people";
    private static final String POSITIONS = "/api/org/v1/positions";
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    private final Caller personnel;
    private final Caller employee;
    private final String department;
    private final String otherDepartment;

    PeopleIT(Keshi keshi) {
        personnel = keshi.person(Part.HR);
        employee = keshi.person(Part.EMPLOYEE);
        department = departmentOf(employee);
        otherDepartment = departmentOf(keshi.person(Part.BUSY_EMPLOYEE));
    }

    @Scenario("O6")
    void somebodyIsHiredMovesAndLeavesEachOnItsDay() {
        LocalDate today = LocalDate.now(ENTERPRISE);
        String path = PEOPLE + "/" + hired("");
        assertThat(personnel.get(path).json().path("employment").asString()).isEqualTo("EMPLOYED");

        change(path, "/transfer", move(otherDepartment).put("effectiveOn", day(today, 10)))
                .expect(200);
        assertThat(code(change(path, "/separate", body().put("separatedOn", day(today, 5)))))
                .isEqualTo("person-has-plans");
        JsonNode left = change(path, "/separate", body().put("separatedOn", day(today, 20)))
                .expect(200)
                .json();

        assertThat(left.path("person").path("departmentId").asString())
                .as("until the day of the move")
                .isEqualTo(department);
        assertThat(left.path("separatedOn").asString()).isEqualTo(day(today, 20));
        assertThat(left.path("assignments").valueStream())
                .extracting(
                        one -> one.path("from").asString(),
                        one -> one.path("departmentId").asString())
                .containsExactly(tuple(day(today, 0), department), tuple(day(today, 10), otherDepartment));
        assertThat(code(change(path, "/transfer", move(department).put("effectiveOn", day(today, 20)))))
                .isEqualTo("person-not-employed");
        assertThat(employee.get(path + "/record").status())
                .as("what is known of others is not everybody's")
                .isEqualTo(404);
        assertThat(employee.post(PEOPLE, person("")).status()).isEqualTo(403);
    }

    @Scenario("O2")
    void aPositionIsMadeFromATemplateAndGivenWhereItExists() {
        String template = personnel
                .get("/api/org/v1/position-templates")
                .expect(200)
                .json()
                .path(0)
                .path("name")
                .asString();
        ObjectNode definition = body().put(
                        "code", "P-" + UUID.randomUUID().toString().substring(0, 20))
                .put("title", "试点岗位")
                .put("departmentId", department)
                .put("headcount", 3)
                .put("template", template);
        JsonNode position = personnel.post(POSITIONS, definition).expect(201).json();
        assertThat(position.path("headcount").asInt()).isEqualTo(3);
        assertThat(position.path("template").asString()).isEqualTo(template);
        assertThat(code(personnel.post(POSITIONS, definition))).isEqualTo("position-code-taken");
        assertThat(employee.post(POSITIONS, definition).status()).isEqualTo(403);

        String holder = PEOPLE + "/" + hired(Leave.id(position));
        assertThat(personnel.get(holder).json().path("positionId").asString()).isEqualTo(Leave.id(position));
        assertThat(code(change(holder, "/transfer", move(otherDepartment).put("positionId", Leave.id(position)))))
                .isEqualTo("person-position-not-available");

        String path = POSITIONS + "/" + Leave.id(position);
        assertThat(change(path, "/retire", body())
                        .expect(200)
                        .json()
                        .path("inUse")
                        .asBoolean(true))
                .isFalse();
        assertThat(code(personnel.post(PEOPLE, person(Leave.id(position))))).isEqualTo("person-position-not-available");
    }

    /** @param position empty: none */
    private String hired(String position) {
        return Leave.id(
                personnel.post(PEOPLE, person(position)).expect(201).json().path("person"));
    }

    private ObjectNode person(String position) {
        ObjectNode person = body().put(
                        "employeeNumber", "P-" + UUID.randomUUID().toString().substring(0, 20))
                .put("name", "新员工")
                .put("departmentId", department);
        return position.isEmpty() ? person : person.put("positionId", position);
    }

    private static ObjectNode move(String to) {
        return body().put("departmentId", to);
    }

    private Answer change(String path, String verb, ObjectNode body) {
        return personnel.post(
                path + verb, body, "If-Match", personnel.get(path).expect(200).etag());
    }

    private static String departmentOf(Caller person) {
        return person.get("/api/org/v1/people/me")
                .expect(200)
                .json()
                .path("person")
                .path("departmentId")
                .asString();
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }

    private static String day(LocalDate today, int days) {
        return today.plusDays(days).toString();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
