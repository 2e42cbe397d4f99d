package dev.keshi.org.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RunningOrgService
class PeopleIT {

    private static final String DEPARTMENTS = "/api/org/v1/departments";
    private static final String PEOPLE = "/api/org/v1/people";

    private final MockMvc mvc;
    private final Caller hr;
    private String top = "";

    PeopleIT(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.hr = new Caller(mvc, "p-hr", "HR");
    }

    @BeforeEach
    void thereIsATop() {
        top = hr.create(DEPARTMENTS, "top", Map.of("code", "TOP", "name", "科时集团", "openedOn", "2001-01-01"))
                .id();
    }

    @Test
    void aSearchThatMongoDbCannotBeAskedIsABadRequest() {
        var answer = hr.read(PEOPLE + "?name=a\0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-request");
    }

    @Test
    void anEmployeeSeesTheOwnDepartmentAndNobodyElse() {
        var sales = open(top);
        var finance = open(top);
        var li = hire(sales);
        var colleague = hire(sales);
        var stranger = hire(finance);

        var me = as(li, "EMPLOYEE");

        assertThat(me.read(PEOPLE + "/" + colleague).status()).isEqualTo(200);
        assertThat(me.read(PEOPLE + "/" + stranger).status()).isEqualTo(404);
        assertThat(me.read(PEOPLE + "/nobody").body().replaceAll("\"traceId\":\"\\w+\"", ""))
                .isEqualTo(me.read(PEOPLE + "/" + stranger).body().replaceAll("\"traceId\":\"\\w+\"", ""));
        assertThat(ids(me.read(PEOPLE + "?limit=100"))).containsExactlyInAnyOrder(li, colleague);
        assertThat(ids(me.read(PEOPLE + "?departmentId=" + finance))).isEmpty();
        for (var id : List.of(
                "departmentId=", "reportsTo=", "departmentId=" + "d".repeat(300), "reportsTo=" + "p".repeat(300))) {
            assertThat(me.read(PEOPLE + "?" + id).status()).as(id).isEqualTo(400);
        }
        assertThat(me.read(PEOPLE + "/" + colleague + "/record").status()).isEqualTo(404);
        assertThat(me.read(PEOPLE + "/me").json().get("hiredOn").asString()).isEqualTo("2020-01-01");
    }

    @Test
    void whoLeadsADepartmentSeesAllBelowAndADeputyWhatTheDeputyIsInChargeOf() {
        var plant = open(top);
        var line = open(plant);
        var other = open(top);
        var worker = hire(line);
        var outsider = hire(other);
        var director = hire(plant);
        var deputy = hire(top);
        lead(plant, "/manager", Map.of("personId", director));
        lead(
                top,
                "/deputies",
                Map.of("deputies", List.of(Map.of("personId", deputy, "area", "生产制造", "inChargeOf", List.of(plant)))));

        assertThat(as(director, "EMPLOYEE").read(PEOPLE + "/" + worker).status())
                .isEqualTo(200);
        assertThat(as(director, "EMPLOYEE").read(PEOPLE + "/" + outsider).status())
                .isEqualTo(404);
        assertThat(as(deputy, "EMPLOYEE").read(PEOPLE + "/" + worker).status()).isEqualTo(200);
        assertThat(as(deputy, "EMPLOYEE").read(PEOPLE + "/" + outsider).status())
                .isEqualTo(404);
        assertThat(ids(as(director, "EMPLOYEE").read(PEOPLE + "?withAllBelow=true&departmentId=" + plant)))
                .containsExactlyInAnyOrder(worker, director);

        var moved = hr.change(
                DEPARTMENTS + "/" + line + "/move", etag(DEPARTMENTS + "/" + line), Map.of("parentId", other));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(as(director, "EMPLOYEE").read(PEOPLE + "/" + worker).status())
                .isEqualTo(404);
    }

    @Test
    void whoBelongsToNoDepartmentSeesNobody() {
        hire(open(top));

        assertThat(ids(as("p-unknown", "EMPLOYEE").read(PEOPLE))).isEmpty();
        assertThat(as("p-unknown", "EMPLOYEE").read(PEOPLE + "/me").status()).isEqualTo(404);
    }

    @Test
    void aPersonIsTransferredReportsToOthersAndLeaves() {
        var sales = open(top);
        var finance = open(top);
        var boss = hire(finance);
        var li = hire(sales);

        var moved = hr.change(at(li, "/transfer"), etag(at(li, "")), Map.of("departmentId", finance));
        assertThat(moved.json().at("/person/departmentId").asString()).isEqualTo(finance);
        assertThat(moved.json().get("assignments")).hasSize(2);
        var line = hr.change(at(li, "/reporting-line"), moved.etag(), Map.of("reportsTo", boss));
        assertThat(line.json().at("/person/reportsTo").asString()).isEqualTo(boss);
        assertThat(hr.change(at(boss, "/reporting-line"), etag(at(boss, "")), Map.of("reportsTo", li))
                        .code())
                .isEqualTo("person-reporting-cycle");
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        var gone = hr.change(at(li, "/separate"), line.etag(), Map.of("separatedOn", tomorrow.toString()));

        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.json().at("/person/employment").asString()).isEqualTo("EMPLOYED");
        assertThat(hr.change(
                                at(li, "/transfer"),
                                gone.etag(),
                                Map.of("departmentId", sales, "effectiveOn", tomorrow.toString()))
                        .code())
                .isEqualTo("person-not-employed");
    }

    @Test
    void aDepartmentThatClosesTakesNobodyInEvenAtTheSameMoment() {
        for (int round = 0; round < 10; round++) {
            var office = open(top);
            var tag = etag(DEPARTMENTS + "/" + office);

            var answers = atOnce(
                    () -> hr.change(DEPARTMENTS + "/" + office + "/close", tag, Map.of()),
                    () -> hr.create(PEOPLE, person(office)));

            boolean closed = answers.getFirst().status() == 200;
            boolean hired = answers.getLast().status() == 201;
            assertThat(closed).as(answers.toString()).isNotEqualTo(hired);
        }
    }

    @Test
    void employeeNumbersAndAddressesBelongToOnePerson() {
        var office = open(top);
        var first = person(office);
        assertThat(hr.create(PEOPLE, first).status()).isEqualTo(201);

        assertThat(hr.create(PEOPLE, first).code()).isEqualTo("employee-number-taken");
        var sameAddress = new HashMap<>(person(office));
        sameAddress.put("email", first.get("email"));
        assertThat(hr.create(PEOPLE, sameAddress).code()).isEqualTo("email-taken");
        var wrong = new HashMap<>(person(office));
        wrong.put("email", "not an address");
        assertThat(hr.create(PEOPLE, wrong).status()).isEqualTo(400);
    }

    @Test
    void aPositionIsGivenWhereItIsOffered() {
        var sales = open(top);
        var group = open(sales);
        var finance = open(top);
        var post = hr.create(
                        "/api/org/v1/positions",
                        Map.of(
                                "code",
                                "REP-" + UUID.randomUUID().toString().substring(0, 8),
                                "title",
                                "销售代表",
                                "departmentId",
                                sales))
                .id();
        var here = new HashMap<>(person(group));
        here.put("positionId", post);
        var elsewhere = new HashMap<>(person(finance));
        elsewhere.put("positionId", post);

        assertThat(hr.create(PEOPLE, here).status()).isEqualTo(201);
        assertThat(hr.create(PEOPLE, elsewhere).code()).isEqualTo("person-position-not-available");
        assertThat(hr.read("/api/org/v1/position-templates").json()).hasSizeGreaterThan(20);
    }

    private void lead(String department, String what, Object body) {
        var path = DEPARTMENTS + "/" + department;
        var led = hr.change(path + what, etag(path), body);
        assertThat(led.status()).as(led.body()).isEqualTo(200);
    }

    private Caller as(String person, String... roles) {
        return new Caller(mvc, person, roles);
    }

    private String open(String parent) {
        var code = "D-" + UUID.randomUUID().toString().substring(0, 13);
        return hr.create(DEPARTMENTS, Map.of("code", code, "name", "某部", "parentId", parent, "openedOn", "2020-01-01"))
                .id();
    }

    private String hire(String department) {
        var hired = hr.create(PEOPLE, person(department));
        assertThat(hired.status()).as(hired.body()).isEqualTo(201);
        return hired.json().at("/person/id").asString();
    }

    private static Map<String, String> person(String department) {
        var number = "N-" + UUID.randomUUID().toString().substring(0, 13);
        return Map.of(
                "employeeNumber",
                number,
                "name",
                "李娜",
                "email",
                number.toLowerCase(Locale.ROOT) + "@keshi.example",
                "departmentId",
                department,
                "hiredOn",
                "2020-01-01");
    }

    private String etag(String path) {
        return hr.read(path).etag();
    }

    private static String at(String id, String rest) {
        return PEOPLE + "/" + id + rest;
    }

    private static List<String> ids(Caller.Answer page) {
        return page.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    @SafeVarargs
    private static List<Caller.Answer> atOnce(Callable<Caller.Answer>... calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Caller.Answer>();
            for (var running : threads.invokeAll(List.of(calls))) {
                answers.add(running.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
