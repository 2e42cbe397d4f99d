package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.ConsumerLag;
import dev.keshi.launcher.platform.Service;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A department that nobody else has to do with: a manager, an employee and a colleague. One is like the other but for ids, codes and login names.
 */
final class OwnDepartment {

    private static final String DEPARTMENTS = "/api/org/v1/departments";
    private static final String PEOPLE = "/api/org/v1/people";
    private static final int DAYS_AGO = 40;

    private static final List<Service> READERS = List.of(
            Service.WORKFLOW,
            Service.PERFORMANCE,
            Service.TRAINING,
            Service.RISK,
            Service.NOTIFICATION,
            Service.REPORTING);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate founded;
    private final Caller personnel;
    private final String id;
    private final Map<String, String> logins = new LinkedHashMap<>();
    private final Map<String, String> people = new LinkedHashMap<>();

    /** Founded some time ago; returns when every service knows it. */
    OwnDepartment(Keshi keshi, LocalDate today) {
        founded = today.minusDays(DAYS_AGO);
        personnel = keshi.person(Part.HR);
        id = Leave.id(personnel
                .post(
                        DEPARTMENTS,
                        body().put("parentId", top(keshi.person(Part.EMPLOYEE)))
                                .put("code", "OWN-" + mark)
                                .put("name", "试点部门")
                                .put("openedOn", founded.toString()))
                .expect(201)
                .json());
        hire("manager", "方启明");
        hire("employee", "孔雨桐");
        hire("colleague", "沈亦安");
        String path = DEPARTMENTS + "/" + id;
        personnel
                .post(
                        path + "/manager",
                        body().put("personId", people.get("manager")).put("effectiveOn", founded.toString()),
                        "If-Match",
                        personnel.get(path).expect(200).etag())
                .expect(200);
        people.forEach((part, person) -> {
            String login = part + "-" + mark;
            var account = body().put("personId", person).put("loginName", login);
            account.putArray("roles").add("EMPLOYEE");
            personnel.post("/api/org/v1/accounts", account).expect(201);
            logins.put(part, login);
        });
        isKnown(keshi);
    }

    private static String top(Caller employee) {
        JsonNode above = employee.get(DEPARTMENTS + "/" + People.departmentOf(employee) + "/above")
                .expect(200)
                .json();
        return Leave.id(above.get(above.size() - 1));
    }

    private void hire(String part, String name) {
        people.put(
                part,
                Leave.id(personnel
                        .post(
                                PEOPLE,
                                body().put("employeeNumber", "%s-%s".formatted(part, mark))
                                        .put("name", name)
                                        .put("departmentId", id)
                                        .put("hiredOn", founded.toString()))
                        .expect(201)
                        .json()
                        .path("person")));
    }

    /** By the last thing that was told of it, in the archive, and by what each service has still to hear. */
    private void isKnown(Keshi keshi) {
        Caller auditor = keshi.person(Part.AUDITOR);
        people.values()
                .forEach(person ->
                        eventually(() -> assertThat(auditor.get("/api/reporting/v1/events?limit=10&key=" + person)
                                        .expect(200)
                                        .json()
                                        .path("items"))
                                .isNotEmpty()));
        logins.values().forEach(keshi::login);
        isHeard(keshi);
    }

    /** Whatever was published by now has been heard by everybody. */
    static void isHeard(Keshi keshi) {
        try (var lag = new ConsumerLag(keshi.kafka())) {
            eventually(() -> {
                for (Service reader : READERS) {
                    assertThat(lag.of(reader)).as(reader.module()).isEqualTo(OptionalLong.of(0));
                }
            });
        }
    }

    String id() {
        return id;
    }

    /** @param part manager, employee or colleague */
    String loginOf(String part) {
        return logins.get(part);
    }

    /** Their ids, by part. */
    Map<String, String> people() {
        return people;
    }

    /** What differs from any other such department, and a word that is the same for all. */
    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put(id, "<department>");
        people.forEach((part, person) -> names.put(person, "<" + part + ">"));
        names.put(mark, "<mark>");
        return names;
    }
}
