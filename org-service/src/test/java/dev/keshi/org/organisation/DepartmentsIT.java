package dev.keshi.org.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RunningOrgService
class DepartmentsIT {

    private static final String DEPARTMENTS = "/api/org/v1/departments";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Caller hr;
    private final Caller employee;
    private String top = "";

    DepartmentsIT(@Autowired MockMvc mvc) {
        this.hr = new Caller(mvc, "p-hr", "EMPLOYEE", "HR");
        this.employee = new Caller(mvc, "p-employee", "EMPLOYEE");
    }

    @BeforeEach
    void thereIsATop() {
        var opened = hr.create(DEPARTMENTS, "top", Map.of("code", "TOP", "name", "科时集团", "openedOn", "2001-01-01"));
        assertThat(opened.status()).isEqualTo(201);
        top = opened.id();
    }

    @Test
    void aDepartmentIsOpenedRenamedAndMovedAndEveryStepIsTold(EventProbe probe) {
        var plant = open(top);
        var office = open(top);

        var renamed = hr.change(at(office, "/rename"), etag(office), Map.of("name", "运营中心", "nameEn", "Operations"));
        var moved = hr.change(at(office, "/move"), renamed.etag(), Map.of("parentId", plant));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().get("parentId").asString()).isEqualTo(plant);
        assertThat(moved.json().get("name").asString()).isEqualTo("运营中心");
        var told = probe.await(3, event -> event.key().equals(office), PATIENCE);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.org.department-opened.v1",
                        "keshi.org.department-renamed.v1",
                        "keshi.org.department-moved.v1");
        assertThat(told).extracting(SeenEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(told.getLast().headers()).containsEntry("ce_actor", "p-hr");
        assertThat(codes(employee.read(at(office, "/above")))).hasSize(2);
    }

    @Test
    void twoMovesAtOnceNeverMakeACycle() {
        for (int round = 0; round < 15; round++) {
            var left = open(top);
            var right = open(top);
            var below = open(right);

            var answers = atOnce(List.of(
                    () -> hr.change(at(left, "/move"), etag(left), Map.of("parentId", below)),
                    () -> hr.change(at(right, "/move"), etag(right), Map.of("parentId", left))));

            assertThat(answers).extracting(Caller.Answer::status).containsExactlyInAnyOrder(200, 422);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 422)
                    .extracting(Caller.Answer::code)
                    .containsExactly("department-cycle");
            assertThat(codes(employee.read(at(below, "/above")))).contains("TOP");
            assertThat(codes(employee.read(at(left, "/above")))).contains("TOP");
        }
    }

    @Test
    void manyStructureChangesAtOnceAllHappenOrAreRefusedAndTheTreeStaysATree() {
        var nodes = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            nodes.add(open(top));
        }
        var moves = new ArrayList<Callable<Caller.Answer>>();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var under = nodes.get((i + 3) % nodes.size());
            moves.add(() -> hr.change(at(node, "/move"), etag(node), Map.of("parentId", under)));
        }

        var answers = atOnce(moves);

        assertThat(answers).extracting(Caller.Answer::status).isSubsetOf(200, 422, 409);
        assertThat(answers).extracting(Caller.Answer::status).contains(200, 422);
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(codes(employee.read(at(node, "/above")))).contains("TOP"));
    }

    @Test
    void anIdThatCannotBeIsRefused() {
        for (var query : List.of("parentId=", "parentId=" + "d".repeat(300))) {
            assertThat(employee.read(DEPARTMENTS + "?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(employee.read("/api/org/v1/positions?departmentId=").status())
                .isEqualTo(400);
    }

    @Test
    void theTreeIsSeenAsItStoodOnAnyDay() {
        var before = open(top);
        var after = open(top);
        var office = open(before);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var nextMonth = today.plusMonths(1);

        var planned = hr.change(
                at(office, "/move"), etag(office), Map.of("parentId", after, "effectiveOn", nextMonth.toString()));

        assertThat(planned.status()).isEqualTo(200);
        assertThat(planned.json().get("parentId").asString()).isEqualTo(before);
        assertThat(ids(employee.read(DEPARTMENTS + "?parentId=" + before))).contains(office);
        assertThat(ids(employee.read(DEPARTMENTS + "?parentId=" + after))).isEmpty();
        assertThat(ids(employee.read(DEPARTMENTS + "?parentId=" + after + "&asOf=" + nextMonth)))
                .contains(office);
        assertThat(employee.read(at(office, "?asOf=2000-01-01")).status()).isEqualTo(404);
    }

    @Test
    void theSameRequestTwiceOpensOneDepartmentAndAnotherOneOfItsCodeIsRefused() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("code", "ONCE-" + key.substring(0, 8), "name", "一次", "parentId", top);

        var first = hr.create(DEPARTMENTS, key, body);
        var again = hr.create(DEPARTMENTS, key, body);
        var other = hr.create(DEPARTMENTS, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("department-code-taken");
    }

    @Test
    void aChangeSaysWhichVersionItSaw() {
        var office = open(top);
        var seen = etag(office);
        assertThat(hr.change(at(office, "/rename"), seen, Map.of("name", "甲")).status())
                .isEqualTo(200);

        assertThat(hr.change(at(office, "/rename"), seen, Map.of("name", "乙")).status())
                .isEqualTo(412);
        assertThat(hr.changeUnseen(at(office, "/rename"), Map.of("name", "乙")).status())
                .isEqualTo(428);
        assertThat(employee.read(at(office, "")).json().get("name").asString()).isEqualTo("甲");
    }

    @Test
    void onlyPersonnelAndAdministratorsChangeDepartments() {
        var office = open(top);

        assertThat(employee.change(at(office, "/rename"), etag(office), Map.of("name", "乙"))
                        .status())
                .isEqualTo(403);
        assertThat(employee.create(DEPARTMENTS, Map.of("code", "X", "name", "乙", "parentId", top))
                        .status())
                .isEqualTo(403);
        assertThat(employee.read(at(office, "")).status()).isEqualTo(200);
    }

    @Test
    void aClosedDepartmentIsGoneTodayAndWasThereYesterday() {
        var office = open(top);
        var below = open(office);
        assertThat(hr.change(at(office, "/close"), etag(office), Map.of()).code())
                .isEqualTo("department-has-departments-below");

        assertThat(hr.change(at(below, "/close"), etag(below), Map.of()).status())
                .isEqualTo(200);
        assertThat(hr.change(at(office, "/close"), etag(office), Map.of()).status())
                .isEqualTo(200);

        assertThat(employee.read(at(office, "")).status()).isEqualTo(404);
        assertThat(employee.read(at(office, "?asOf=2020-06-01")).status()).isEqualTo(200);
        assertThat(hr.create(DEPARTMENTS, Map.of("code", newCode(), "name", "丙", "parentId", office))
                        .code())
                .isEqualTo("department-parent-missing");
    }

    @Test
    void wrongRequestsAreAnsweredWithWhatIsWrong() {
        assertThat(hr.create(DEPARTMENTS, Map.of("code", "=1+1", "name", "", "parentId", top))
                        .status())
                .isEqualTo(400);
        assertThat(hr.create(DEPARTMENTS, Map.of("code", newCode(), "name", "甲", "parentId", top, "salary", 1))
                        .status())
                .isEqualTo(400);
        assertThat(hr.create(DEPARTMENTS, Map.of("code", newCode(), "name", "甲", "parentId", "nowhere"))
                        .status())
                .isEqualTo(422);
        assertThat(hr.create(DEPARTMENTS, Map.of("code", newCode(), "name", "甲"))
                        .code())
                .isEqualTo("department-second-top");
        assertThat(hr.create(
                                DEPARTMENTS,
                                Map.of("code", newCode(), "name", "甲", "parentId", top, "managerId", "nobody"))
                        .code())
                .isEqualTo("department-unknown-people");
        assertThat(employee.read(DEPARTMENTS + "?limit=1000").status()).isEqualTo(400);
        assertThat(employee.read(DEPARTMENTS + "/" + "x".repeat(300)).status()).isIn(400, 404);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var parent = open(top);
        var children = new HashSet<String>();
        for (int i = 0; i < 7; i++) {
            children.add(open(parent));
        }
        var found = new ArrayList<String>();
        var path = DEPARTMENTS + "?limit=3&parentId=" + parent;
        var page = employee.read(path);
        found.addAll(ids(page));
        while (page.json().hasNonNull("nextCursor")) {
            page = employee.read(
                    path + "&cursor=" + page.json().get("nextCursor").asString());
            found.addAll(ids(page));
        }

        assertThat(found).hasSize(7).containsExactlyInAnyOrderElementsOf(children);
        assertThat(employee.read(path + "&cursor=AAAA").status()).isEqualTo(400);
    }

    private String open(String parent) {
        var opened = hr.create(
                DEPARTMENTS, Map.of("code", newCode(), "name", "某部", "parentId", parent, "openedOn", "2020-01-01"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.id();
    }

    private String etag(String id) {
        return hr.read(at(id, "")).etag();
    }

    private static String newCode() {
        return "D-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String at(String id, String rest) {
        return DEPARTMENTS + "/" + id + rest;
    }

    private static List<String> ids(Caller.Answer page) {
        return page.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> codes(Caller.Answer list) {
        return list.json()
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }

    private static List<Caller.Answer> atOnce(List<Callable<Caller.Answer>> calls) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Caller.Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
