package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Templates, cycles, ratings and grades of the demo enterprise, through the gateway. */
@OnThePlatform
class AppraisalsIT {

    private static final String API = "/api/performance/v1";

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final Caller personnel;

    AppraisalsIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        personnel = keshi.person(Part.HR);
    }

    @Scenario({"P1", "P2", "P5", "P6", "P7"})
    void aCycleGoesFromItsPlanToASignedGradeThatExplainsItself() {
        JsonNode template = employee.get(API + "/templates/mine").expect(200).json();
        assertThat(template.path("indicators")
                        .valueStream()
                        .mapToInt(one -> one.path("weight").asInt())
                        .sum())
                .isEqualTo(100);
        JsonNode me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        String cycle = opened(me.path("departmentId").asString(), List.of());
        JsonNode appraisal = own(cycle, employee);
        String path = API + "/appraisals/" + appraisal.path("id").asString();

        for (Caller reminded : List.of(employee, manager)) {
            Eventually.holds(() -> reminded.get("/api/notification/v1/inbox?category=REMINDER&limit=100")
                    .expect(200)
                    .json()
                    .toString()
                    .contains(cycle));
        }
        give(employee, cycle, appraisal, "SELF", 80);
        give(manager, cycle, appraisal, "SUPERIOR", 94);
        assertThat(employee.get(path).expect(200).json().has("grade")).isFalse();
        assertThat(command(cycle, "close-rating").json().path("code").asString())
                .isEqualTo("rating-missing");
        waiveTheOthers(cycle);
        command(cycle, "close-rating").expect(202);
        awaitStatus(cycle, "CALIBRATION");
        command(cycle, "publish").expect(202);
        awaitStatus(cycle, "PUBLISHED");

        // (10 x 80 + 60 x 94) / 70
        JsonNode published = employee.get(path).expect(200).json();
        assertThat(published.path("total").asString()).isEqualTo("92.0");
        assertThat(published.path("grade").asString()).isEqualTo("EXCELLENT");
        JsonNode explanation = employee.get(path + "/explanation").expect(200).json();
        assertThat(explanation.path("points").asString()).isEqualTo("92.0");
        assertThat(explanation.toString()).contains("TOO_FEW_PEERS");
        talkItOver(cycle, path);
        for (Caller signatory : List.of(employee, manager)) {
            signatory
                    .post(path + "/sign", body(), "If-Match", revision(signatory, path))
                    .expect(200);
        }
        assertThat(employee.get(path).json().has("signedBySuperior")).isTrue();
        Eventually.holds(() -> duties(employee, cycle).isEmpty());
        Eventually.holds(() -> duties(manager, cycle).isEmpty());
    }

    /** First it is the superior's to talk about it, then both have to sign; what was said is in no event. */
    private void talkItOver(String cycle, String path) {
        assertThat(employee.post(path + "/sign", body(), "If-Match", revision(employee, path))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("interview-not-held");
        Eventually.holds(() -> duties(manager, cycle).equals(List.of("APPRAISAL_INTERVIEW")));
        assertThat(ofCycle(manager, cycle))
                .singleElement()
                .satisfies(duty -> assertThat(duty.path("text").asString())
                        .startsWith("进行绩效面谈并记录 ")
                        .endsWith(" · 林晓雨"));
        assertThat(duties(employee, cycle)).isEmpty();
        ObjectNode interview = body().put("heldOn", TrainingIT.today().toString())
                .put("strengths", "沟通顺畅")
                .put("weaknesses", "进度预警偏晚")
                .put("measures", "每周五同步进度");
        assertThat(employee.post(path + "/interview", interview, "If-Match", revision(employee, path))
                        .status())
                .isEqualTo(403);
        manager.post(path + "/interview", interview, "If-Match", revision(manager, path))
                .expect(200);
        Eventually.holds(() -> duties(employee, cycle).equals(List.of("APPRAISAL")));
        Eventually.holds(() -> duties(manager, cycle).equals(List.of("APPRAISAL_SIGNATURE")));
        assertThat(employee.get(path).json().path("interview").path("measures").asString())
                .isEqualTo("每周五同步进度");
        String archived = "/api/reporting/v1/events?limit=100&key=" + path.substring(path.lastIndexOf('/') + 1);
        Eventually.holds(() -> keshi.person(Part.AUDITOR)
                .get(archived)
                .body()
                .contains("keshi.performance.appraisal-interview-held.v1"));
        assertThat(keshi.person(Part.AUDITOR).get(archived).body()).doesNotContain("每周五同步进度");
    }

    @Scenario({"P7", "Z16"})
    void theSignatureOfWhoeverHeldTheInterviewAndHasLeftGoesOnToWhoeverStandsAboveNow() {
        LocalDate today = TrainingIT.today();
        var own = new OwnDepartment(keshi, today);
        Caller leaver = keshi.login(own.loginOf("manager"));
        Caller person = keshi.login(own.loginOf("employee"));
        Caller successor = keshi.login(own.loginOf("colleague"));
        var appraisals = new PublishedAppraisals(
                personnel,
                person,
                leaver,
                body().put("id", own.people().get("employee")).put("departmentId", own.id()));
        appraisals.published(
                appraisals.template("s-" + UUID.randomUUID().toString().substring(0, 20)), 20, 85);
        JsonNode appraisal = person.get(API + "/appraisals?limit=100")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        String cycle = appraisal.path("cycleId").asString();
        String path = API + "/appraisals/" + Leave.id(appraisal);
        ObjectNode interview = body().put("heldOn", today.toString())
                .put("strengths", "沟通顺畅")
                .put("weaknesses", "进度预警偏晚")
                .put("measures", "每周五同步进度");
        leaver.post(path + "/interview", interview, "If-Match", revision(leaver, path))
                .expect(200);
        Eventually.holds(() -> duties(leaver, cycle).contains("APPRAISAL_SIGNATURE"));
        assertThat(duties(successor, cycle)).doesNotContain("APPRAISAL_SIGNATURE");

        String department = "/api/org/v1/departments/" + own.id();
        ObjectNode appointment =
                body().put("personId", own.people().get("colleague")).put("effectiveOn", today.toString());
        personnel
                .post(department + "/manager", appointment, "If-Match", revision(personnel, department))
                .expect(200);
        ObjectNode separation = body().put("separatedOn", today.toString());
        String record = "/api/org/v1/people/" + own.people().get("manager");
        personnel
                .post(record + "/separate", separation, "If-Match", revision(personnel, record))
                .expect(200);

        Eventually.holds(() -> duties(successor, cycle).contains("APPRAISAL_SIGNATURE"));
        assertThat(employee.post(path + "/sign", body(), "If-Match", "\"1\"").status())
                .as("who stands nowhere")
                .isEqualTo(404);
        for (Caller signatory : List.of(successor, person)) {
            signatory
                    .post(path + "/sign", body(), "If-Match", revision(signatory, path))
                    .expect(200);
        }
        JsonNode signed = person.get(path).expect(200).json();
        assertThat(signed.hasNonNull("signedBySuperior")).isTrue();
        assertThat(signed.path("passedOn").path(0).path("from").asString())
                .isEqualTo(own.people().get("manager"));
        assertThat(signed.path("passedOn").path(0).path("to").asString())
                .isEqualTo(own.people().get("colleague"));
        Eventually.holds(() -> !duties(successor, cycle).contains("APPRAISAL_SIGNATURE"));
        String archived = "/api/reporting/v1/events?limit=100&key=" + Leave.id(appraisal);
        Eventually.holds(() -> keshi.person(Part.AUDITOR)
                .get(archived)
                .body()
                .contains("keshi.performance.appraisal-signature-passed-on.v1"));
    }

    /** Kinds of what waits for somebody in a cycle. */
    private static List<String> duties(Caller person, String cycle) {
        return ofCycle(person, cycle).stream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private static List<JsonNode> ofCycle(Caller person, String cycle) {
        return Pages.items(person, "/api/notification/v1/obligations?limit=100").stream()
                .filter(one -> one.path("target").path("parentId").asString("").equals(cycle))
                .toList();
    }

    @Scenario("P2")
    void weightsOf99And101AreRefusedEachInItsWay() {
        assertThat(draft(99).json().path("code").asString()).isEqualTo("weights-below-hundred");
        assertThat(draft(101).status()).isEqualTo(422);
        assertThat(draft(101).json().path("code").asString()).isEqualTo("weights-above-hundred");
        assertThat(employee.post(API + "/templates", template(100)).status()).isEqualTo(403);
    }

    @Scenario({"P4", "Z1", "Z2"})
    void anApprovalMovesAnIndicatorThatNamesItAndTheGradeIsExplainedDownToIt() {
        String volume = API + "/indicators/approval-volume/";
        JsonNode me = manager.get("/api/org/v1/people/me").expect(200).json().path("person");
        List<String> before = events(volume);

        JsonNode leave = Leave.askFor(employee, 1);
        Leave.approve(manager, leave);

        Eventually.holds(() -> events(volume).size() == before.size() + 1);
        String event = events(volume).stream()
                .filter(one -> !before.contains(one))
                .findFirst()
                .orElseThrow();
        assertThat(keshi.person(Part.AUDITOR)
                        .get("/api/reporting/v1/events?limit=100&key=" + Leave.id(leave))
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("id").asString().equals(event)))
                .as(event)
                .singleElement()
                .satisfies(one -> assertThat(one.toString()).contains("task-decided"));
        assertThat(employee.get(volume + "value?personId=" + me.path("id").asString())
                        .status())
                .isEqualTo(404);

        String template = "measured-" + UUID.randomUUID();
        JsonNode drafted = personnel
                .post(API + "/templates", measured(template))
                .expect(201)
                .json();
        String draft = API + "/templates/" + drafted.path("id").asString();
        personnel
                .post(draft + "/release", body(), "If-Match", revision(personnel, draft))
                .expect(200);
        String cycle = opened(me.path("departmentId").asString(), List.of(template));
        command(cycle, "close-rating").expect(202);
        awaitStatus(cycle, "CALIBRATION");
        String replay = API + "/cycles/" + cycle + "/replay?limit=100&mostExcellent=0&mostGood=0&weights="
                + drafted.path("id").asString() + ":approval-volume:";
        assertThat(personnel.get(replay + 99).body()).contains("replay-weights-not-hundred");
        assertThat(Pages.items(personnel, replay + 100).stream()
                        .filter(one -> one.path("personId")
                                .asString()
                                .equals(me.path("id").asString())))
                .singleElement()
                .satisfies(one -> assertThat(List.of(
                                one.path("grade").asString(),
                                one.path("otherGrade").asString()))
                        .containsExactly("EXCELLENT", "PASS"));
        command(cycle, "publish").expect(202);
        awaitStatus(cycle, "PUBLISHED");

        String path = API + "/appraisals/" + ofPerson(cycle, me.path("id").asString());
        JsonNode appraisal = manager.get(path).expect(200).json();
        assertThat(appraisal.path("total").asString()).isEqualTo("100.0");
        JsonNode explanation = manager.get(path + "/explanation").expect(200).json();
        assertThat(explanation.findValuesAsString("eventId")).contains(event);
    }

    /** What the manager's value came from. */
    private List<String> events(String indicator) {
        return Pages.items(manager, indicator + "evidence?limit=100").stream()
                .map(one -> one.path("eventId").asString())
                .toList();
    }

    @Scenario("P4")
    void importedFiguresFeedAnIndicatorAndRowsThatAreWrongAreAllTold() {
        JsonNode me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        String indicator = API + "/indicators/sales-target/";
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String row = me.path("id").asString() + "," + today + ",%s,%s\n";

        String header = "personId,on,amount,base\n";
        Answer refused = personnel.postText(indicator + "figures", "text/csv", header + row.formatted("x", "0"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("figure-number", "figure-base-zero");
        personnel
                .postText(indicator + "figures", "text/csv", header + row.formatted("110", "100"))
                .expect(200);

        Eventually.holds(
                () -> employee.get(indicator + "value").json().path("value").asDouble(-1) == 110);
        assertThat(employee.postText(indicator + "figures", "text/csv", header).status())
                .isEqualTo(403);
    }

    @Scenario("P3")
    void aGoalOfADepartmentIsServedByOneOfAPerson() {
        JsonNode me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        String department =
                API + "/goals/departments/" + me.path("departmentId").asString();
        String person = API + "/goals/people/" + me.path("id").asString();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        JsonNode above =
                latest(personnel.post(department, goal(today.plusMonths(3), 1)).expect(201));
        ObjectNode own =
                goal(today.plusMonths(1), 10).put("parentId", above.path("id").asString());
        JsonNode set = latest(manager.post(person, own).expect(201));
        assertThat(manager.post(
                                person,
                                own.deepCopy()
                                        .set(
                                                "terms",
                                                goal(today.plusMonths(4), 1).path("terms")))
                        .body())
                .contains("goal-outlasts-parent");
        manager.post(
                        person + "/" + set.path("id").asString() + "/adjust",
                        body().put("reason", "人手减少")
                                .set("terms", goal(today.plusMonths(1), 5).path("terms")),
                        "If-Match",
                        revision(manager, person))
                .expect(200);

        JsonNode seen = latest(employee.get(person).expect(200));
        assertThat(seen.path("parentId")).isEqualTo(above.path("id"));
        assertThat(seen.path("terms").path("weight").asInt()).isEqualTo(5);
        assertThat(seen.path("adjustments")
                        .path(0)
                        .path("before")
                        .path("weight")
                        .asInt())
                .isEqualTo(10);
        assertThat(employee.post(person, goal(today, 1)).status()).isEqualTo(403);
    }

    private static JsonNode latest(Answer sheet) {
        JsonNode goals = sheet.json().path("goals");
        return goals.path(goals.size() - 1);
    }

    private static ObjectNode goal(LocalDate dueOn, int weight) {
        ObjectNode goal = body().put("title", "审批不过夜")
                .put("firstDay", dueOn.minusMonths(5).toString());
        goal.putObject("terms").put("measure", "审批按时率").put("weight", weight).put("dueOn", dueOn.toString());
        return goal;
    }

    private static ObjectNode measured(String code) {
        ObjectNode template = body().put("code", code).put("name", "审批");
        template.putArray("positions");
        template.putArray("indicators")
                .addObject()
                .put("code", "approval-volume")
                .put("family", "RESULT")
                .put("weight", 100)
                .put("source", "EVENTS")
                .put("name", "审批工作量")
                .put("standard", "至少处理一项")
                .putObject("scale")
                .put("zeroAt", 0)
                .put("fullAt", 1);
        return template;
    }

    private String ofPerson(String cycle, String person) {
        return Pages.items(personnel, API + "/appraisals?limit=100&cycleId=" + cycle).stream()
                .filter(one -> one.path("personId").asString().equals(person))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String opened(String department, List<String> templates) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        ObjectNode plan = body().put("name", "本月考核")
                .put("kind", "MONTHLY")
                .put("extent", "COMPREHENSIVE")
                .put("firstDay", today.minusDays(29).toString())
                .put("lastDay", today.toString())
                .put("populationOn", today.toString())
                .put("departmentId", department)
                .put("ratingEndsOn", today.plusDays(1).toString())
                .put("minimumDays", 1);
        var preferred = plan.putArray("templates");
        templates.forEach(preferred::add);
        String cycle = personnel
                .post(API + "/cycles", plan)
                .expect(201)
                .json()
                .path("id")
                .asString();
        command(cycle, "open").expect(202);
        awaitStatus(cycle, "RATING");
        return cycle;
    }

    private Answer command(String cycle, String verb) {
        String path = API + "/cycles/" + cycle;
        return personnel.post(path + "/" + verb, body(), "If-Match", revision(personnel, path));
    }

    private void awaitStatus(String cycle, String status) {
        Eventually.holds(() -> personnel
                .get(API + "/cycles/" + cycle)
                .json()
                .path("status")
                .asString()
                .equals(status));
    }

    private JsonNode own(String cycle, Caller person) {
        JsonNode mine = person.get(API + "/appraisals?limit=100&cycleId=" + cycle)
                .expect(200)
                .json()
                .path("items");
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.get(0).path("personName").asString()).isNotBlank();
        return mine.get(0);
    }

    private void give(Caller rater, String cycle, JsonNode appraisal, String kind, int points) {
        JsonNode rating = rater.get(API + "/ratings?limit=100&status=OPEN")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("cycleId").asString().equals(cycle)
                        && one.path("subjectId").equals(appraisal.path("personId"))
                        && one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(rating.path("subjectName").asString())
                .as("nobody is asked to rate an id")
                .isNotBlank();
        assertThat(rating.path("cycleName").asString()).isNotBlank();
        ObjectNode sheet = body();
        var given = sheet.putArray("points");
        rating.path("indicators")
                .forEach(one -> given.addObject()
                        .put("indicator", one.path("code").asString())
                        .put("points", points));
        rater.post(API + "/ratings/" + rating.path("id").asString() + "/give", sheet, "If-Match", "\"1\"")
                .expect(200);
    }

    private void waiveTheOthers(String cycle) {
        for (JsonNode one : Pages.items(personnel, API + "/appraisals?limit=100&cycleId=" + cycle)) {
            Answer answer = personnel.post(
                    API + "/appraisals/" + one.path("id").asString() + "/waive-superior",
                    body().put("reason", "本次仅演示一人"));
            assertThat(answer.status()).as(answer.body()).isIn(204, 409);
        }
    }

    private Answer draft(int sum) {
        return personnel.post(API + "/templates", template(sum));
    }

    private static ObjectNode template(int sum) {
        ObjectNode template = body().put("code", "refused-weights").put("name", "夜班");
        template.putArray("positions");
        var indicators = template.putArray("indicators");
        indicators
                .addObject()
                .put("code", "rounds")
                .put("family", "RESULT")
                .put("weight", 60)
                .put("name", "巡查")
                .put("standard", "按时巡查");
        indicators
                .addObject()
                .put("code", "duty")
                .put("family", "ATTITUDE")
                .put("weight", sum - 60)
                .put("name", "责任感")
                .put("standard", "尽责");
        return template;
    }

    private static String revision(Caller caller, String path) {
        return caller.get(path).expect(200).etag();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
