package dev.keshi.workflow.workplan;

import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workplan.Plans.TODAY;
import static dev.keshi.workflow.workplan.Plans.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.workitem.PlannedWorkService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans of a department that Lead manages become the work of its people, each once, whoever looks how often. */
@RunningService
class PlannedWorkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PEOPLE = 25;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MongoWorkPlans store;

    @Autowired
    private PlannedWorkService work;

    @Autowired
    private PlanStaff staff;

    @Autowired
    private EnterpriseTime time;

    private final String unique = "-" + UUID.randomUUID();
    private final String lead = "lead" + unique;
    private final String department = "unit" + unique;
    private final String group = "group-of" + unique;
    private Plans plans;

    @BeforeEach
    void aDepartment() {
        enterprise.begin();
        plans = new Plans(enterprise);
        enterprise.department(department, null, lead, List.of());
        enterprise.department(group, department, lead, List.of());
        enterprise.person(lead, department, "EMPLOYEE");
        IntStream.range(0, PEOPLE).forEach(number -> employed(person(number), number % 2 == 0 ? department : group));
        // It is known that there is such a department a little later.
        Eventually.holds(() -> enterprise
                        .post(lead, Plans.PLANS, null, Plans.plan(department, Plans.today("x", lead)))
                        .getResponse()
                        .getStatus()
                == 201);
    }

    @Test
    void everybodyWhoHoldsAPositionGetsTheWorkOnceHoweverManyLookAtTheSameTime() throws Exception {
        var plan =
                plans.draft(lead, Plans.plan(department, Plans.today("晨会", "everybody"), Plans.today("周报", person(1))));
        assertThat(itemsOf(plan)).isEmpty();
        plans.act(lead, plan, "activate", "{}");

        together(4, () -> sweep(PlanLook.DUE, 2));
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));

        assertThat(itemsOf(plan)).hasSize(PEOPLE + 1);
        assertThat(itemsOf(plan).stream().map(item -> item.get("ownerId") + " " + item.get("title")))
                .doesNotHaveDuplicates();
        assertThat(itemsOf(plan)).noneMatch(item -> item.getString("ownerId").equals(lead));
        assertThat(itemsOf(plan)).allSatisfy(item -> {
            assertThat(item.getString("origin")).isEqualTo("PLAN");
            assertThat(item.getString("dueDate")).isEqualTo(TODAY.plusDays(3).toString());
            assertThat(item.getString("priority")).isEqualTo("HIGH");
        });
    }

    /** As a replica leaves it that dies before it has noted what it gave, or in the middle of it. */
    @Test
    void whatIsBegunAgainIsGivenOnce() throws Exception {
        var plan = plans.activated(lead, Plans.plan(department, Plans.today("盘点", "everybody")));
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        mongo.getCollection("work_items")
                .deleteMany(new Document("state.originReference", ofPlan(plan))
                        .append("state.ownerId", new Document("$in", List.of(person(3), person(4)))));

        lookedAtFrom(plan, TODAY);
        together(2, () -> sweep(PlanLook.DUE, 3));

        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        assertThat(itemsOf(plan)).hasSize(PEOPLE);
        assertThat(itemsOf(plan)).extracting(item -> item.getString("ownerId")).doesNotHaveDuplicates();
    }

    @Test
    void aPlanThatIsRevisedOnTheSameDayGivesNothingTwice() {
        var plan = plans.activated(lead, Plans.plan(department, Plans.today("盘点", person(1))));
        Eventually.holds(() -> itemsOf(plan).size() == 1);

        plans.act(
                lead,
                plan,
                "revise",
                Plans.content(
                        TODAY.toString(),
                        null,
                        Plans.known("1", Plans.today("盘点与核对", "everybody")),
                        Plans.today("安全检查", person(2))));
        Eventually.holds(() -> itemsOf(plan).size() == PEOPLE + 1);

        sweep(PlanLook.DUE, 500);
        assertThat(itemsOf(plan)).hasSize(PEOPLE + 1);
        assertThat(itemsOf(plan).stream()
                        .filter(item -> item.getString("ownerId").equals(person(1))))
                .singleElement()
                .satisfies(item -> assertThat(item.getString("title")).isEqualTo("盘点"));
    }

    @Test
    void whatWasMissedForDaysIsMadeUpForAndThePlanSaysWhatWasNot() {
        var plan =
                plans.activated(lead, Plans.plan(department, Plans.entry("日报", "\"frequency\":\"DAILY\"", person(1))));
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        mongo.getCollection("work_items").deleteMany(new Document("state.originReference", ofPlan(plan)));

        lookedAtFrom(plan, TODAY.minusDays(20));

        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        assertThat(itemsOf(plan))
                .extracting(item -> item.getString("originReference"))
                .containsExactlyInAnyOrderElementsOf(workingDays(TODAY.minusDays(7), TODAY).stream()
                        .map(day -> id(plan) + "/1/" + day)
                        .toList());
        assertThat(itemsOf(plan))
                .allSatisfy(item -> assertThat(item.getString("dueDate")).isGreaterThanOrEqualTo(TODAY.toString()));
        var found = plans.find(lead, plan);
        assertThat(found.get("leftOut").findValuesAsString("day"))
                .containsExactlyElementsOf(
                        workingDays(TODAY.minusDays(20), TODAY.minusDays(8)).reversed());
        assertThat(found.get("leftOut").findValuesAsString("why")).containsOnly("TOO_LONG_AGO");
    }

    @Test
    void whoHasLeftOrWorksElsewhereGetsNoWorkAndThePlanSaysSo() {
        var plan = plans.draft(
                lead,
                Plans.plan(
                        department,
                        Plans.today("甲", person(1)),
                        Plans.today("乙", person(2)),
                        Plans.today("丙", person(3)),
                        Plans.today("丁", "everybody")));
        var active = plans.act(lead, plan, "activate", "{}");
        assertThat(active.get("entries").findValues("ownerGone")).isEmpty();
        Eventually.holds(() -> itemsOf(plan).size() == PEOPLE + 3);
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));

        enterprise.left(person(1));
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", person(2)), new Document("$set", new Document("departmentId", "team")));
        mongo.getCollection("work_items").deleteMany(new Document("state.originReference", ofPlan(plan)));
        lookedAtFrom(plan, TODAY);
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));

        assertThat(itemsOf(plan)).hasSize(PEOPLE - 1);
        assertThat(itemsOf(plan))
                .extracting(item -> item.getString("ownerId"))
                .doesNotContain(person(1), person(2))
                .contains(person(3));
        var found = plans.find(lead, plan);
        assertThat(found.get("leftOut").findValuesAsString("title")).containsExactlyInAnyOrder("甲", "乙");
        assertThat(found.get("leftOut").findValuesAsString("why"))
                .containsExactlyInAnyOrder("OWNER_LEFT", "OWNER_ELSEWHERE");
        assertThat(found.get("entries").findValuesAsString("ownerGone"))
                .containsExactly("OWNER_LEFT", "OWNER_ELSEWHERE");
    }

    @Test
    void whoWasKnownLateGetsTheWorkOfThatDayOnceHoweverManyLook() throws Exception {
        var plan =
                plans.draft(lead, Plans.plan(department, Plans.today("晨会", "everybody"), Plans.today("周报", person(1))));
        set(person(2), "positionId", null);
        set(person(3), "departmentId", "elsewhere");
        plans.act(lead, plan, "activate", "{}");
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        assertThat(ownersOf(plan)).hasSize(PEOPLE - 1).doesNotContain(person(2), person(3));

        set(person(2), "positionId", "clerk");
        set(person(2), "since", TODAY.toString());
        set(person(3), "departmentId", group);
        lookAgain(plan);
        together(4, () -> sweep(PlanLook.AGAIN, 4));

        Eventually.holds(() -> itemsOf(plan).size() == PEOPLE + 1);
        assertThat(itemsOf(plan).stream().map(item -> item.get("ownerId") + " " + item.get("title")))
                .doesNotHaveDuplicates();
        assertThat(ownersOf(plan)).contains(person(2), person(3));
    }

    /** As the first of them leaves it that dies in the middle. */
    @Test
    void whoWasKnownLateGetsItOnceWhenAReplicaDiesInBetween() throws Exception {
        var plan = plans.activated(lead, Plans.plan(department, Plans.today("盘点", "everybody")));
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        mongo.getCollection("work_items").deleteMany(new Document("state.originReference", ofPlan(plan)));
        lookAgain(plan);
        var dies = new PlannedWorkSweep(PlanLook.AGAIN, store, work, staff, time, 3);
        assertThat(dies.doPart("")).isNotEqualTo(Swept.DONE);

        together(2, () -> sweep(PlanLook.AGAIN, 4));

        Eventually.holds(() -> itemsOf(plan).size() == PEOPLE);
        assertThat(ownersOf(plan)).doesNotHaveDuplicates();
    }

    @Test
    void whoIsNamedAndWasKnownLateGetsTheWorkAndIsNoLongerSaidToBeLeftOut() {
        var plan = plans.draft(lead, Plans.plan(department, Plans.today("甲", person(1)), Plans.today("乙", person(2))));
        plans.act(lead, plan, "activate", "{}");
        Eventually.holds(() -> itemsOf(plan).size() == 2 && nextOn(plan).isAfter(TODAY));
        mongo.getCollection("work_items").deleteMany(new Document("state.originReference", ofPlan(plan)));
        set(person(1), "departmentId", "elsewhere");
        set(person(2), "employed", false);
        lookedAtFrom(plan, TODAY);
        Eventually.holds(() -> plans.find(lead, plan).get("leftOut").size() == 2
                && nextOn(plan).isAfter(TODAY));

        set(person(1), "departmentId", department);
        lookAgain(plan);
        sweep(PlanLook.AGAIN, 500);

        Eventually.holds(() -> plans.find(lead, plan).get("leftOut").size() == 1);
        assertThat(ownersOf(plan)).containsExactly(person(1));
        assertThat(plans.find(lead, plan).get("leftOut").findValuesAsString("why"))
                .containsExactly("OWNER_LEFT");
    }

    @Test
    void whoCameAfterThatDayOrIsKnownAfterTheWindowGetsNothing() {
        var plan = plans.draft(lead, Plans.plan(department, Plans.today("晨会", "everybody")));
        set(person(2), "positionId", null);
        set(person(3), "positionId", null);
        plans.act(lead, plan, "activate", "{}");
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));

        set(person(2), "positionId", "clerk");
        set(person(2), "since", TODAY.plusDays(1).toString());
        lookAgain(plan);
        sweep(PlanLook.AGAIN, 4);
        Eventually.holds(() -> isLookedAtAgain(plan));
        assertThat(ownersOf(plan)).hasSize(PEOPLE - 2).doesNotContain(person(2));

        set(person(3), "positionId", "clerk");
        lookAgain(plan);
        sweep(PlanLook.AGAIN, 4, in(Duration.ofDays(8)));
        assertThat(ownersOf(plan)).hasSize(PEOPLE - 2).doesNotContain(person(3));
        assertThat(againAt(plan)).isNull();
    }

    private boolean isLookedAtAgain(JsonNode plan) {
        var at = againAt(plan);
        return at != null && at.after(new Date());
    }

    private @Nullable Date againAt(JsonNode plan) {
        return Objects.requireNonNull(mongo.getCollection("work_plans")
                        .find(new Document("_id", id(plan)))
                        .first())
                .get("state", Document.class)
                .getDate("againAt");
    }

    /** It is another answer than the one before, though nobody has revised the plan; and its tag is good for a command. */
    @Test
    void whatTheServiceDidWithAPlanIsNewsToWhoAsksForNews() {
        var plan = plans.draft(lead, Plans.plan(department, Plans.today("盘点", person(1))));
        plans.act(lead, plan, "activate", "{}");
        Eventually.holds(() -> itemsOf(plan).size() == 1 && nextOn(plan).isAfter(TODAY));
        var first = plans.tag(lead, plan);
        assertThat(plans.asked(lead, plan, first).getResponse().getStatus()).isEqualTo(304);

        set(person(1), "departmentId", "elsewhere");
        lookedAtFrom(plan, TODAY);
        Eventually.holds(() -> plans.find(lead, plan).get("leftOut").size() == 1
                && nextOn(plan).isAfter(TODAY));

        var asked = plans.asked(lead, plan, first);
        assertThat(asked.getResponse().getStatus()).isEqualTo(200);
        assertThat(read(asked).get("leftOut").size()).isEqualTo(1);
        assertThat(read(asked).get("revision"))
                .isEqualTo(read(plans.asked(lead, plan, "\"0\"")).get("revision"));
        assertThat(plans.tag(lead, plan)).isNotEqualTo(first);
        var ended = plans.tryAct(lead, plan, "end", "{\"reason\":\"x\"}", first.substring(1, first.length() - 1));
        assertThat(ended.getResponse().getStatus()).isEqualTo(200);
        assertThat(ended.getResponse().getHeader("ETag")).isEqualTo(plans.tag(lead, plan));
    }

    @Test
    void whereNobodyHoldsAPositionNobodyGetsWorkAndThePlanSaysSo() {
        var empty = "empty" + unique;
        enterprise.department(empty, department, lead, List.of());
        enterprise.person("newcomer" + unique, empty, "EMPLOYEE");
        var written = Plans.plan(empty, Plans.today("晨会", "everybody"));
        // It is known that there is such a department a little later.
        Eventually.holds(() ->
                enterprise.post(lead, Plans.PLANS, null, written).getResponse().getStatus() == 201);

        var plan = plans.activated(lead, written);
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));

        assertThat(itemsOf(plan)).isEmpty();
        assertThat(plans.find(lead, plan).get("leftOut").findValuesAsString("why"))
                .containsExactly("NOBODY_THERE");
    }

    @Test
    void thePlanAndItsWorkAreToldOf(EventProbe probe) {
        var plan = plans.activated(lead, Plans.plan(department, Plans.today("盘点", person(1))));
        Eventually.holds(() -> itemsOf(plan).size() == 1);
        plans.act(
                lead,
                plan,
                "revise",
                Plans.content(TODAY.toString(), null, Plans.known("1", Plans.today("盘点", person(2)))));
        plans.act(lead, plan, "end", "{\"reason\":\"不再需要\"}");

        var told = probe.await(3, event -> event.key().equals(id(plan)), PATIENCE);
        assertThat(told)
                .extracting(event -> event.type())
                .containsExactly(
                        "keshi.workflow.work-plan-activated.v1",
                        "keshi.workflow.work-plan-revised.v1",
                        "keshi.workflow.work-plan-ended.v1");
        assertThat(told).extracting(event -> event.sequence()).containsExactly(1L, 2L, 3L);
        assertThat(told.getLast().headers().get("ce_actor")).isEqualTo(lead);
        var assigned = probe.await(
                        1,
                        event -> event.type().equals("keshi.workflow.work-item-assigned.v1")
                                && event.json().contains(id(plan))
                                && event.json().contains(person(1)),
                        PATIENCE)
                .getFirst();
        var data = JsonMapper.shared().readTree(assigned.json());
        assertThat(data.get("origin").asString()).isEqualTo("PLAN");
        assertThat(data.get("originReference").asString()).startsWith(id(plan) + "/1/");
        assertThat(data.get("ownerId").asString()).isEqualTo(person(1));
        assertThat(data.hasNonNull("assignerId")).isFalse();
    }

    @Test
    void workOfAPlanStandsInTheWorkListAndNobodyHasToAcceptIt() {
        var plan = plans.activated(lead, Plans.plan(department, Plans.today("回访", person(1))));
        Eventually.holds(() -> itemsOf(plan).size() == 1);

        var entry =
                enterprise.pages(person(1), "/api/workflow/v1/work-list", 50).getFirst();
        assertThat(entry.get("work").get("title").asString()).isEqualTo("回访");
        var item = entry.get("work").get("workItemId").asString();
        var done = read(enterprise.post(person(1), "/api/workflow/v1/work-items/" + item + "/report", "1", "{}"));
        assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("onTime").asBoolean()).isTrue();
    }

    @Test
    void aPlanIsEndedOnTheDayAfterItsLastOne() {
        var plan = plans.activated(
                lead, Plans.planFrom(department, TODAY.toString(), TODAY.toString(), Plans.today("盘点", person(1))));
        Eventually.holds(() -> nextOn(plan).isAfter(TODAY));
        mongo.getCollection("work_plans")
                .updateOne(
                        new Document("_id", id(plan)),
                        new Document(
                                "$set",
                                new Document(
                                                "state.validFrom",
                                                TODAY.minusDays(9).toString())
                                        .append(
                                                "state.validUntil",
                                                TODAY.minusDays(1).toString())
                                        .append("state.nextOn", TODAY.toString())));

        Eventually.holds(() -> plans.find(lead, plan).get("status").asString().equals("ENDED"));

        assertThat(enterprise.pages(lead, Plans.PLANS + "/" + id(plan) + "/history", 2))
                .extracting(turn ->
                        turn.get("what").asString() + " " + turn.get("by").asString())
                .containsExactly("ENDED system:work-plans", "ACTIVATED " + lead, "DRAFTED " + lead);
    }

    /** With parts of so many work items. */
    private Void sweep(PlanLook look, int atOnce) {
        return sweep(look, atOnce, time);
    }

    private Void sweep(PlanLook look, int atOnce, EnterpriseTime when) {
        var sweep = new PlannedWorkSweep(look, store, work, staff, when, atOnce);
        var place = "";
        do {
            place = sweep.doPart(place);
        } while (!place.equals(Swept.DONE));
        return null;
    }

    /** So long after now. */
    private EnterpriseTime in(Duration passed) {
        return new EnterpriseTime(Clock.offset(time.clock(), passed), time.zone());
    }

    /** Other than by the sweep of the running service, which may be faster. */
    private void lookAgain(JsonNode plan) {
        mongo.getCollection("work_plans")
                .updateOne(
                        new Document("_id", id(plan)),
                        new Document("$set", new Document("state.againAt", Date.from(Instant.EPOCH))));
    }

    private void set(String person, String field, @Nullable Object value) {
        mongo.getCollection("directory_people")
                .updateOne(
                        new Document("_id", person),
                        new Document(value == null ? "$unset" : "$set", new Document(field, value)));
    }

    private List<String> ownersOf(JsonNode plan) {
        return itemsOf(plan).stream().map(item -> item.getString("ownerId")).toList();
    }

    private static void together(int many, Callable<Void> what) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, many).mapToObj(_ -> what).toList())) {
                done.get();
            }
        }
    }

    private void lookedAtFrom(JsonNode plan, LocalDate day) {
        mongo.getCollection("work_plans")
                .updateOne(
                        new Document("_id", id(plan)),
                        new Document(
                                "$set",
                                new Document("state.entries.$[].from", day.toString())
                                        .append("state.nextOn", day.toString())));
    }

    private LocalDate nextOn(JsonNode plan) {
        return LocalDate.parse(plans.find(lead, plan).get("nextOn").asString());
    }

    private List<Document> itemsOf(JsonNode plan) {
        return mongo.getCollection("work_items")
                .find(new Document("state.originReference", ofPlan(plan)))
                .map(item -> item.get("state", Document.class))
                .into(new ArrayList<>());
    }

    private static Document ofPlan(JsonNode plan) {
        return new Document("$regex", "^" + id(plan) + "/");
    }

    private static List<String> workingDays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .map(LocalDate::toString)
                .toList();
    }

    private String person(int number) {
        return "p%02d%s".formatted(number, unique);
    }

    private void employed(String person, String where) {
        enterprise.person(person, where, "EMPLOYEE");
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", person), new Document("$set", new Document("positionId", "clerk")));
    }
}
