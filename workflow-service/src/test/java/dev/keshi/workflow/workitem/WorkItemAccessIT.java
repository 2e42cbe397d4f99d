package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workitem.Work.ITEMS;
import static dev.keshi.workflow.workitem.Work.TODAY;
import static dev.keshi.workflow.workitem.Work.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Who may do what with work of Ann that Tom, the manager of her team, assigned. Vice is in charge of the team, Boss manages the
 * group above; Eva works beside Ann, Hana in human resources.
 */
@RunningService
class WorkItemAccessIT {

    private static final List<String> PEOPLE =
            List.of("ann", "tom", "vice", "boss", "eva", "hana", "admin", "auditor", "nia");

    /** Statuses in the order of {@link #PEOPLE}; Nia reports to Tom and works elsewhere. */
    private static final Map<String, List<Integer>> MATRIX = matrix();

    private static Map<String, List<Integer>> matrix() {
        var matrix = new LinkedHashMap<String, List<Integer>>();
        matrix.put("see", List.of(200, 200, 200, 200, 404, 404, 404, 200, 404));
        matrix.put("report", List.of(200, 403, 403, 403, 404, 404, 404, 403, 404));
        matrix.put("accept", List.of(403, 200, 200, 200, 404, 404, 404, 403, 404));
        matrix.put("return", List.of(403, 200, 200, 200, 404, 404, 404, 403, 404));
        matrix.put("change-due-date", List.of(403, 200, 200, 200, 404, 404, 404, 403, 404));
        matrix.put("transfer", List.of(403, 200, 200, 200, 404, 404, 404, 403, 404));
        matrix.put("cancel", List.of(403, 200, 200, 200, 404, 404, 404, 403, 404));
        return matrix;
    }

    private static final Map<String, String> BODIES = Map.of(
            "report", "{}",
            "accept", "{}",
            "return", "{\"reason\":\"x\"}",
            "change-due-date", "{\"dueDate\":\"" + TODAY.plusDays(9) + "\",\"reason\":\"x\"}",
            "transfer", "{\"ownerId\":\"mat\",\"reason\":\"x\"}",
            "cancel", "{\"reason\":\"x\"}");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private Work work;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        work = new Work(enterprise);
        if (mongo.getCollection("directory_people").countDocuments(new Document("_id", "mat")) == 0) {
            enterprise.person("mat", "team", "EMPLOYEE");
            enterprise.person("eva", "team", "EMPLOYEE");
            enterprise.person("nia", "elsewhere", "EMPLOYEE");
            mongo.getCollection("directory_people")
                    .updateOne(new Document("_id", "nia"), new Document("$set", new Document("reportsTo", "tom")));
        }
    }

    @Test
    void everybodyGetsExactlyWhatTheMatrixSays() {
        MATRIX.forEach((operation, expected) -> {
            for (int person = 0; person < PEOPLE.size(); person++) {
                assertThat(status(operation, PEOPLE.get(person)))
                        .as("%s by %s", operation, PEOPLE.get(person))
                        .isEqualTo(expected.get(person));
            }
        });
    }

    /** On a work item of its own each time. */
    private int status(String operation, String person) {
        var item = work.assign("tom", "ann", "权限", TODAY.plusDays(1));
        if (operation.equals("see")) {
            return enterprise.get(person, ITEMS + "/" + id(item)).getResponse().getStatus();
        }
        if (operation.equals("accept") || operation.equals("return")) {
            work.act("ann", item, "report", "{}");
        }
        return work.tryAct(person, item, operation, BODIES.get(operation))
                .getResponse()
                .getStatus();
    }

    @Test
    void whoHasLeftSeesTheOwnWhileTheTokenHoldsAndCommandsNothing() {
        var leaver = "lena-" + UUID.randomUUID();
        enterprise.person(leaver, "team", "EMPLOYEE");
        var item = work.assign("tom", leaver, "离职", TODAY.plusDays(1));
        enterprise.left(leaver);

        for (var refused : List.of(
                work.tryAct(leaver, item, "report", "{}"),
                work.tryAssign(leaver, leaver, "x", TODAY, "NORMAL"),
                enterprise.post(leaver, ITEMS, null, "no JSON"))) {
            assertThat(refused.getResponse().getStatus()).isEqualTo(403);
            assertThat(read(refused).get("type").asString()).endsWith("caller-has-left");
            assertThat(read(refused).get("title").asString()).isEqualTo("提交人已离职，不再受理");
        }
        assertThat(work.find(leaver, item)).isEqualTo(item);
        assertThat(mongo.getCollection("work_items").countDocuments(new Document("state.ownerId", leaver)))
                .isOne();
    }

    @Test
    void workIsGivenToOneselfToWhomOneLeadsAndToWhoReportsToOneself() {
        var allowed = Map.of(
                "ann", List.of("ann"),
                "tom", List.of("tom", "ann", "eva", "nia"),
                "vice", List.of("vice", "tom", "ann", "eva"),
                "boss", List.of("boss", "vice", "hana", "tom", "ann", "eva"),
                "hana", List.of("hana"),
                "eva", List.of("eva"));
        var owners = List.of("ann", "tom", "vice", "boss", "eva", "hana", "nia");

        allowed.forEach((by, mayGetIt) -> {
            for (var owner : owners) {
                var status = work.tryAssign(by, owner, "交办", TODAY, "NORMAL")
                        .getResponse()
                        .getStatus();
                assertThat(status).as("%s to %s", by, owner).isEqualTo(mayGetIt.contains(owner) ? 201 : 403);
            }
        });
    }

    @Test
    void rolesAloneGiveNobodyWork() {
        for (var by : List.of("admin", "auditor", "hugo")) {
            assertThat(work.tryAssign(by, "ann", "x", TODAY, "NORMAL")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void listsShowOnlyWhatOneSees() {
        var item = id(work.assign("tom", "ann", "列表", TODAY.plusDays(1)));

        for (var person : List.of("tom", "vice", "boss", "auditor")) {
            assertThat(ids(person, "scope")).as(person).contains(item);
        }
        for (var person : List.of("eva", "hana", "admin", "nia")) {
            assertThat(ids(person, "scope")).as(person).doesNotContain(item);
        }
        assertThat(ids("ann", "me")).contains(item);
        assertThat(ids("tom", "assigned")).contains(item);
        assertThat(ids("vice", "assigned")).doesNotContain(item);
    }

    @Test
    void whoHasNoTokenIsNobody() {
        assertThat(http.get().uri(ITEMS).exchange().getResponse().getStatus()).isEqualTo(401);
        assertThat(http.get().uri(Work.LIST).exchange().getResponse().getStatus())
                .isEqualTo(401);
    }

    private List<String> ids(String person, String of) {
        return enterprise.pages(person, ITEMS + "?of=" + of, 100).stream()
                .map(Work::id)
                .toList();
    }
}
