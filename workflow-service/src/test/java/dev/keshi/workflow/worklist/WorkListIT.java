package dev.keshi.workflow.worklist;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Approvals and work of one person in one list. */
@RunningService
class WorkListIT {

    private static final String LIST = "/api/workflow/v1/work-list";
    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Permission LEAD = new Permission("workflow.work-items.lead", Set.of(), true);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Access access;

    @Autowired
    private MongoTemplate mongo;

    /** Manages a department of her own, in which one person works. */
    private String manager;

    private String employee;

    @BeforeEach
    void aDepartmentOfItsOwn() {
        enterprise.begin();
        var run = UUID.randomUUID().toString().substring(0, 8);
        manager = "may-" + run;
        employee = "ed-" + run;
        enterprise.department("d-" + run, "group", manager, List.of());
        enterprise.person(manager, "d-" + run, "EMPLOYEE");
        enterprise.person(employee, "d-" + run, "EMPLOYEE");
        // Who leads a department is known some seconds after it was opened.
        eventually(() -> assertThat(
                        access.scopeFor(manager, List.of("EMPLOYEE"), LEAD).includes(employee, "d-" + run))
                .isTrue());
    }

    @Test
    void approvalsAndWorkStandInOneListByDayAndPriority() {
        var later = work("后天", TODAY.plusDays(2), "NORMAL");
        var low = overdue(work("低", TODAY, "LOW"), TODAY.minusDays(1));
        var urgent = overdue(work("紧急", TODAY, "URGENT"), TODAY.minusDays(1));
        var approval = backdated(request(), TODAY.minusDays(1));

        var entries = list(manager, 100);

        assertThat(entries).extracting(WorkListIT::subject).containsExactly(approval + "-1", urgent, low, later);
        assertThat(entries)
                .extracting(entry -> entry.get("kind").asString())
                .containsExactly("APPROVAL", "WORK", "WORK", "WORK");
        assertThat(entries.getFirst().get("approval").get("processName").asString())
                .isEqualTo("请假申请");
    }

    @Test
    void whatIsDoneIsGoneAtOnceAndWhatIsReportedWaitsForWhoeverAssignedIt() {
        var item = assign(manager, employee, "周报", TODAY);
        assertThat(list(employee, 10)).extracting(WorkListIT::subject).containsExactly(item);

        act(employee, item, "report", "1");
        assertThat(list(employee, 10)).isEmpty();
        assertThat(list(manager, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.get("kind").asString()).isEqualTo("ACCEPTANCE");
            assertThat(subject(entry)).isEqualTo(item);
        });

        act(manager, item, "accept", "2");
        assertThat(list(manager, 10)).isEmpty();
    }

    @Test
    void pagesOfAnyLengthShowEverythingOnceAndInTheSameOrder() {
        var random = new Random(11);
        var expected = new ArrayList<String>();
        for (int number = 0; number < 12; number++) {
            expected.add(
                    random.nextBoolean()
                            ? backdated(request(), TODAY.minusDays(random.nextInt(4))) + "-1"
                            : overdue(
                                    work(
                                            "w" + number,
                                            TODAY,
                                            List.of("URGENT", "LOW").get(number % 2)),
                                    TODAY.minusDays(random.nextInt(4))));
        }
        var whole = list(manager, 100);

        assertThat(whole).extracting(WorkListIT::subject).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(whole).extracting(entry -> entry.get("day").asString()).isSorted();
        for (int limit : List.of(1, 2, 3, 5, 7)) {
            assertThat(list(manager, limit))
                    .as("pages of %d", limit)
                    .extracting(WorkListIT::subject)
                    .containsExactlyElementsOf(
                            whole.stream().map(WorkListIT::subject).toList());
        }
    }

    @Test
    void whoReadsEnglishSeesEnglishNames() {
        request();

        var list = read(enterprise.getIn("en", manager, LIST));

        assertThat(list.get("items").get(0).get("approval").get("stepName").asString())
                .isEqualTo("Approval by the department manager");
    }

    private List<JsonNode> list(String person, int limit) {
        return enterprise.pages(person, LIST, limit);
    }

    private static String subject(JsonNode entry) {
        return entry.has("approval")
                ? entry.get("approval").get("taskId").asString()
                : entry.get("work").get("workItemId").asString();
    }

    private String work(String title, LocalDate due, String priority) {
        return assign(manager, manager, title, due, priority);
    }

    private String assign(String by, String to, String title, LocalDate due) {
        return assign(by, to, title, due, "NORMAL");
    }

    private String assign(String by, String to, String title, LocalDate due, String priority) {
        var assigned = enterprise.post(
                by,
                ITEMS,
                null,
                "{\"ownerId\":\"%s\",\"title\":\"%s\",\"dueDate\":\"%s\",\"priority\":\"%s\"}"
                        .formatted(to, title, due, priority));
        assertThat(assigned.getResponse().getStatus()).isEqualTo(201);
        return read(assigned).get("id").asString();
    }

    private void act(String by, String item, String verb, String revision) {
        assertThat(enterprise
                        .post(by, ITEMS + "/" + item + "/" + verb, revision, "{}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private String request() {
        var submitted = enterprise.post(
                employee,
                "/api/workflow/v1/requests",
                null,
                "{\"processKey\":\"leave-request\",\"form\":{\"leaveType\":\"annual\",\"from\":\"2026-12-01\",\"to\":\"2026-12-01\",\"days\":1,\"reason\":\"回家\"}}");
        assertThat(submitted.getResponse().getStatus()).isEqualTo(201);
        return read(submitted).get("id").asString();
    }

    private String overdue(String item, LocalDate due) {
        mongo.getCollection("work_items")
                .updateOne(
                        new Document("_id", item), new Document("$set", new Document("state.dueDate", due.toString())));
        return item;
    }

    private String backdated(String request, LocalDate day) {
        var requests = mongo.getCollection("requests");
        var noon = day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        var state = requests.find(new Document("_id", request)).first().get("state", Document.class);
        var instance =
                state.getString("instance").replaceAll("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"" + noon + "\"");
        requests.updateOne(
                new Document("_id", request),
                new Document(
                        "$set", new Document("state.startedAt", Date.from(noon)).append("state.instance", instance)));
        return request;
    }
}
