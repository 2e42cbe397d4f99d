package dev.keshi.notification.obligation;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.notification.Approval;
import dev.keshi.notification.MovedDays;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.TestIdentity;
import dev.keshi.notification.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What people have to do, on a real store and broker. */
@RunningService
class ObligationsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate today = MovedDays.today();
    private Wire wire;
    private Reader ann;
    private Reader tom;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void everythingSomebodyHasToDoIsOneListByDueDate() {
        var approval = Approval.of(tom.id());
        var measure = Duty.dueOn(today.plusDays(9));
        var work = Duty.dueOn(today.plusDays(3));
        var late = Duty.dueOn(today.minusDays(90));
        var warning = Duty.dueOn(today);
        happens(measure.measure(ann.id()));
        happens(work.work(ann.id(), tom.id(), null));
        happens(late.work(ann.id(), tom.id(), null));
        happens(approval.assigned("主管审批", ann.id()));
        happens(warning.warning(ann.id()));

        eventually(() -> assertThat(kinds(ann)).hasSize(5));

        assertThat(kinds(ann)).startsWith("WORK_ITEM").endsWith("WORK_ITEM", "MEASURE");
        assertThat(kinds(ann)).contains("APPROVAL", "WARNING");
        assertThat(kinds(tom)).isEmpty();
        var first = ann.duties().getFirst();
        assertThat(first.get("overdue").asBoolean()).isTrue();
        assertThat(first.get("dueOn").asString()).isEqualTo(late.due().toString());
        assertThat(first.get("text").asString()).isEqualTo("办理：整理客户反馈");
        assertThat(first.get("target").get("id").asString()).isEqualTo(late.id());
        var last = ann.speaking("en").duties().getLast();
        assertThat(last.get("text").asString()).isEqualTo("Carry out the measure: 引入第二家供应商");
        assertThat(last.get("target").get("service").asString()).isEqualTo("risk");
        assertThat(last.get("target").get("parentId").asString()).isEqualTo("risk-" + measure.id());
        assertThat(items(ann, "?kind=APPROVAL"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("text").asString())
                        .isEqualTo("审批：" + Approval.PROCESS + "（" + Approval.NUMBER + "）· 主管审批"))
                .satisfies(item -> assertThat(
                                item.has("dueOn") && !item.get("dueOn").isNull())
                        .isFalse());
        assertThat(items(ann, "?overdue=true")).hasSize(1);
        assertThat(items(ann, "?overdue=true&kind=MEASURE,APPROVAL")).isEmpty();
        assertThat(items(ann, "?kind=MEASURE&kind=WORK_ITEM")).hasSize(3);
        var count = Reader.json(ann.obligations("/count"));
        assertThat(count.get("open").asLong()).isEqualTo(5);
        assertThat(count.get("overdue").asLong()).isOne();

        happens(approval.decided("主管审批", "APPROVED", ann.id()));
        happens(measure.measureDone(ann.id()));
        happens(work.workTransferred(tom.id(), ann.id()));
        happens(late.workReported(ann.id(), tom.id()));
        happens(warning.warningAcknowledged(ann.id()));

        eventually(() -> assertThat(kinds(ann)).isEmpty());
        eventually(() -> assertThat(kinds(tom)).containsExactly("WORK_TO_ACCEPT", "WORK_ITEM"));
    }

    @Test
    void aTaskOfSeveralIsEverybodysUntilOneTakesIt() {
        var approval = Approval.of("initiator");
        happens(approval.offered("审批", ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).hasSize(1));
        assertThat(kinds(ann)).hasSize(1);

        happens(approval.claimed("审批", ann.id()));
        eventually(() -> assertThat(kinds(tom)).isEmpty());
        assertThat(kinds(ann)).hasSize(1);

        happens(approval.released("审批", ann.id(), ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).hasSize(1));

        happens(approval.cancelled("审批", "WITHDRAWN"));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
        assertThat(kinds(tom)).isEmpty();
    }

    @Test
    void aMeasureThatIsWorkAsWellStandsInTheListOnce() {
        var measure = Duty.dueOn(today.plusDays(5));
        var work = Duty.dueOn(today.plusDays(5));
        happens(measure.measure(ann.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("MEASURE"));

        happens(work.work(ann.id(), null, "risk-measure/risk-1/" + measure.id() + "/e-1"));

        eventually(() -> assertThat(kinds(ann)).containsExactly("WORK_ITEM"));
        assertThat(Reader.json(ann.obligations("/count")).get("open").asLong()).isOne();
        assertThat(items(ann, "?kind=MEASURE")).isEmpty();

        happens(work.workCancelled(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("MEASURE"));

        happens(measure.measureCancelled(ann.id()));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
    }

    @Test
    void anEscalatedWarningWaitsForBothUntilOneTakesNote() {
        var warning = Duty.dueOn(today);
        happens(warning.warning(ann.id()));
        happens(warning.warningEscalated(ann.id(), tom.id()));

        eventually(() -> assertThat(kinds(tom)).containsExactly("WARNING"));
        eventually(() -> assertThat(kinds(ann)).containsExactly("WARNING"));

        happens(warning.warningAcknowledged(tom.id()));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
        assertThat(kinds(tom)).isEmpty();
    }

    @Test
    void anAppraisalWaitsForWhoeverHoldsTheInterviewAndOnlyThenForThePersonUntilItIsSigned() {
        var appraisal = Duty.dueOn(today);
        var ofNobodyAbove = Duty.dueOn(today);
        happens(appraisal.appraisal(ann.id(), tom.id()));
        happens(ofNobodyAbove.appraisal(ann.id(), null));

        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_INTERVIEW"));
        var told = tom.speaking("en").duties().getFirst();
        assertThat(told.get("text").asString())
                .isEqualTo("Hold and record the interview on an appraisal " + today.minusDays(30) + " to " + today);
        assertThat(told.get("personId").asString()).isEqualTo(ann.id());
        assertThat(told.get("target").get("id").asString()).isEqualTo(appraisal.id());
        assertThat(kinds(ann)).isEmpty();

        happens(appraisal.interviewed(ann.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("APPRAISAL"));
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_SIGNATURE"));

        happens(appraisal.signed(ann.id(), "SUPERIOR", false));
        happens(ofNobodyAbove.interviewed(ann.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("APPRAISAL", "APPRAISAL"));
        happens(appraisal.signed(ann.id(), "PERSON", true));
        happens(ofNobodyAbove.signed(ann.id(), "PERSON", false));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
    }

    @Test
    void whoeverHeldTheInterviewSignsWithinAWeekWhoeverSignsFirst() {
        var appraisal = Duty.dueOn(today);
        var other = Duty.dueOn(today.minusDays(8));
        var hana = personnel("hana-" + tom.id());
        happens(appraisal.appraisal(ann.id(), tom.id()));
        happens(other.appraisal(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_INTERVIEW", "APPRAISAL_INTERVIEW"));

        happens(appraisal.interviewed(ann.id()));
        wire.happens(other.interviewed(ann.id()), hana.id());
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_SIGNATURE"));
        var told = tom.speaking("en").duties().getFirst();
        assertThat(told.get("text").asString())
                .isEqualTo("Sign as superior: Appraisal " + today.minusDays(30) + " to " + today);
        assertThat(told.get("dueOn").asString()).isEqualTo(today.plusDays(7).toString());
        assertThat(told.get("overdue").asBoolean()).isFalse();
        assertThat(told.get("target").get("id").asString()).isEqualTo(appraisal.id());
        eventually(() -> assertThat(signatures(hana)).containsExactly(other.id()));
        assertThat(items(hana, "?kind=APPRAISAL_SIGNATURE&overdue=true")).hasSize(1);

        happens(appraisal.signed(ann.id(), "PERSON", false));
        happens(other.signed(ann.id(), "PERSON", false));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
        assertThat(kinds(tom)).containsExactly("APPRAISAL_SIGNATURE");

        happens(appraisal.signed(ann.id(), "SUPERIOR", true));
        happens(other.signed(ann.id(), "SUPERIOR", true));
        eventually(() -> assertThat(kinds(tom)).isEmpty());
        eventually(() -> assertThat(signatures(hana)).isEmpty());
    }

    @Test
    void theSignatureOfWhoeverHasLeftWaitsForWhoeverItWasPassedOnToAndForPersonnelByTheSameDay() {
        var appraisal = Duty.dueOn(today.minusDays(2));
        var hana = personnel("hana-" + tom.id());
        var hugo = personnel("hugo-" + tom.id());
        var eve = Reader.of(port, "eve-" + tom.id());
        var held = wire.record(appraisal.interviewed(ann.id()), tom.id());
        var later = Instant.now().plusMillis(20);
        eventually(() -> assertThat(Instant.now()).isAfter(later));
        var passed = wire.record(appraisal.signaturePassedOn(ann.id(), tom.id(), eve.id()), "system:signature-duties");
        wire.send(held, 3);
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_SIGNATURE"));

        wire.send(passed, 3);
        wire.send(passed, 3);
        wire.send(held, 3);

        eventually(() -> assertThat(kinds(eve)).containsExactly("APPRAISAL_SIGNATURE"));
        assertThat(kinds(tom)).isEmpty();
        var told = eve.speaking("en").duties().getFirst();
        assertThat(told.get("dueOn").asString()).isEqualTo(today.plusDays(5).toString());
        assertThat(told.get("text").asString())
                .isEqualTo("Sign as superior: Appraisal " + today.minusDays(32) + " to " + today.minusDays(2));
        eventually(() -> assertThat(signatures(hugo)).contains(appraisal.id()));
        assertThat(signatures(hana)).contains(appraisal.id());
        assertThat(kinds(ann)).containsExactly("APPRAISAL");

        happens(appraisal.signaturePassedOn(hugo.id(), eve.id(), null));
        eventually(() -> assertThat(kinds(eve)).isEmpty());
        eventually(() -> assertThat(signatures(hugo)).doesNotContain(appraisal.id()));
        assertThat(signatures(hana)).contains(appraisal.id());

        happens(appraisal.signed(ann.id(), "SUPERIOR", false));
        eventually(() -> assertThat(signatures(hana)).doesNotContain(appraisal.id()));
    }

    /** Each of the two may come first. */
    @Test
    void aSignatureThatWasPassedOnBeforeTheInterviewIsHeardOfWaitsForTheLaterOne() {
        var appraisal = Duty.dueOn(today);
        var eve = Reader.of(port, "eve-" + tom.id());
        var held = wire.record(appraisal.interviewed(ann.id()), tom.id());
        var later = Instant.now().plusMillis(20);
        eventually(() -> assertThat(Instant.now()).isAfter(later));
        var passed = wire.record(appraisal.signaturePassedOn(ann.id(), tom.id(), eve.id()), "system:signature-duties");

        wire.send(passed, 3);
        eventually(() -> assertThat(kinds(eve)).containsExactly("APPRAISAL_SIGNATURE"));
        wire.send(held, 3);
        eventually(() -> assertThat(kinds(ann)).containsExactly("APPRAISAL"));

        assertThat(kinds(tom)).isEmpty();
        assertThat(eve.duties().getFirst().get("dueOn").asString())
                .isEqualTo(today.plusDays(7).toString());
    }

    @Test
    void anInterviewThatIsPassedOnWaitsForWhoeverStandsAboveAndForPersonnelButNotForThePerson() {
        var appraisal = Duty.dueOn(today);
        var ofPersonnel = Duty.dueOn(today);
        var hana = personnel("hana-" + tom.id());
        var hugo = personnel("hugo-" + tom.id());
        var eve = Reader.of(port, "eve-" + tom.id());
        happens(appraisal.appraisal(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_INTERVIEW"));
        assertThat(interviews(hana)).doesNotContain(appraisal.id());

        happens(appraisal.passedOn(ann.id(), eve.id()));
        happens(ofPersonnel.passedOn(hana.id(), null));
        eventually(() -> assertThat(kinds(eve)).containsExactly("APPRAISAL_INTERVIEW"));
        assertThat(kinds(tom)).isEmpty();
        eventually(() -> assertThat(interviews(hugo)).contains(appraisal.id(), ofPersonnel.id()));
        assertThat(interviews(hana)).contains(appraisal.id()).doesNotContain(ofPersonnel.id());
        assertThat(count(hugo) - count(hana)).isOne();
        assertThat(kinds(ann)).isEmpty();

        happens(appraisal.interviewed(ann.id()));
        happens(ofPersonnel.interviewed(hana.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("APPRAISAL"));
        eventually(() -> assertThat(interviews(hugo)).doesNotContain(appraisal.id(), ofPersonnel.id()));
        assertThat(kinds(eve)).isEmpty();
    }

    @Test
    void anInterviewWithWhoeverHasLeftIsInNobodysListAnyMore() {
        var appraisal = Duty.dueOn(today);
        var hugo = personnel("hugo-" + tom.id());
        happens(appraisal.appraisal(ann.id(), tom.id()));
        happens(appraisal.passedOn(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).containsExactly("APPRAISAL_INTERVIEW"));
        eventually(() -> assertThat(interviews(hugo)).contains(appraisal.id()));

        happens(appraisal.interviewLapsed(ann.id()));

        eventually(() -> assertThat(kinds(tom)).isEmpty());
        assertThat(interviews(hugo)).doesNotContain(appraisal.id());
        assertThat(kinds(ann)).isEmpty();
    }

    @Test
    void whatWasACourseLikeWaitsForWhoeverWasThereUntilItIsSaidOrWaitedForNoMore() {
        var reaction = Duty.dueOn(today.plusDays(14));
        happens(reaction.courseCalled("消防安全", "Fire safety"));
        happens(reaction.reactionAsked(ann.id()));

        eventually(() -> assertThat(kinds(ann)).containsExactly("COURSE_REACTION"));
        eventually(
                () -> assertThat(ann.duties().getFirst().get("text").asString()).isEqualTo("评价参加过的课程：消防安全"));
        var inEnglish = ann.speaking("en").duties().getFirst();
        assertThat(inEnglish.get("text").asString()).isEqualTo("Say what the course was like: Fire safety");
        assertThat(inEnglish.get("dueOn").asString()).isEqualTo(reaction.due().toString());
        assertThat(inEnglish.get("target").get("resource").asString()).isEqualTo("reactions");
        assertThat(inEnglish.get("target").get("id").asString()).isEqualTo(reaction.id());

        happens(reaction.reactionSettled());
        eventually(() -> assertThat(kinds(ann)).isEmpty());
    }

    @Test
    void whatTrainingHasChangedWaitsForTheSuperiorUntilItIsRatedOrTooLate() {
        var first = Duty.dueOn(today.plusDays(13));
        var second = Duty.dueOn(today.plusDays(14));
        happens(first.ratingDue(ann.id(), tom.id()));
        happens(second.ratingDue(ann.id(), tom.id()));

        eventually(() -> assertThat(kinds(tom)).containsExactly("BEHAVIOUR_RATING", "BEHAVIOUR_RATING"));
        assertThat(kinds(ann)).isEmpty();
        var inEnglish = tom.speaking("en").duties().getFirst();
        assertThat(inEnglish.get("text").asString())
                .isEqualTo("Say what the course has changed in somebody's work: T-" + first.id());
        assertThat(inEnglish.get("target").get("resource").asString()).isEqualTo("behaviour-ratings");

        happens(first.rated(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).hasSize(1));
        happens(second.ratingLapsed(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(tom)).isEmpty());
    }

    private Reader personnel(String id) {
        return new Reader(port, id, TestIdentity.token(id, "EMPLOYEE", "HR"), "zh-CN");
    }

    private static long count(Reader reader) {
        return Reader.json(reader.obligations("/count")).get("open").asLong();
    }

    /** Other tests may have left some that wait for personnel. */
    private static List<String> interviews(Reader reader) {
        return targets(reader, "APPRAISAL_INTERVIEW");
    }

    private static List<String> signatures(Reader reader) {
        return targets(reader, "APPRAISAL_SIGNATURE");
    }

    private static List<String> targets(Reader reader, String kind) {
        return reader.duties().stream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .map(one -> one.get("target").get("id").asString())
                .toList();
    }

    @Test
    void anEscalationLeavesTheOwnerItsTimeAndItsPlaceInWhateverOrderItIsTold() {
        var warning = Duty.dueOn(today);
        var raised = wire.record(warning.warning(ann.id()), "x");
        var later = Instant.now().plusMillis(20);
        eventually(() -> assertThat(Instant.now()).isAfter(later));
        var escalated = wire.record(warning.warningEscalated(ann.id(), tom.id()), "x");
        wire.send(raised, 3);
        eventually(() -> assertThat(kinds(ann)).containsExactly("WARNING"));
        var before = since(ann);

        wire.send(escalated, 3);
        eventually(() -> assertThat(kinds(tom)).containsExactly("WARNING"));
        assertThat(since(ann)).isEqualTo(before);
        assertThat(since(tom)).isAfterOrEqualTo(later.minusMillis(1));

        var other = Duty.dueOn(today);
        var first = wire.record(other.warning(ann.id()), "x");
        var second = wire.record(other.warningEscalated(ann.id(), tom.id()), "x");
        wire.send(second, 3);
        wire.send(first, 3);
        eventually(() -> assertThat(ann.duties()).hasSize(2));
        eventually(() -> assertThat(tom.duties()).hasSize(2));
        var order = mongo.getCollection("obligations")
                .find(new Document("_id", ObligationId.ofWarning(other.id()).value()))
                .map(found -> found.get("state", Document.class))
                .first();
        assertThat(order).isNotNull();
        assertThat(order.getDate("order")).isEqualTo(order.getDate("began"));
        assertThat(ann.duties().get(1).get("since").asString())
                .isEqualTo(order.getDate("began").toInstant().toString());
    }

    private static Instant since(Reader reader) {
        return Instant.parse(reader.duties().getFirst().get("since").asString());
    }

    @Test
    void aCourseWaitsByItsNameForWhoeverHasToTakeItUntilItIsTakenOrNeedNotBe() {
        var course = Duty.dueOn(today.plusDays(30));
        var other = Duty.dueOn(today.plusDays(40));
        happens(course.course(ann.id()));
        happens(other.course(ann.id()));
        eventually(() -> assertThat(kinds(ann)).containsExactly("COURSE", "COURSE"));
        assertThat(ann.duties().getFirst().get("text").asString()).isEqualTo("完成指派的课程：T-" + course.id());

        happens(course.courseCalled("消防安全", "Fire safety"));
        eventually(
                () -> assertThat(ann.duties().getFirst().get("text").asString()).isEqualTo("完成指派的课程：消防安全"));
        var inEnglish = ann.speaking("en").duties().getFirst();
        assertThat(inEnglish.get("text").asString()).isEqualTo("Take the course: Fire safety");
        assertThat(inEnglish.get("dueOn").asString()).isEqualTo(course.due().toString());
        assertThat(inEnglish.get("target").get("service").asString()).isEqualTo("training");
        assertThat(inEnglish.get("target").get("id").asString()).isEqualTo(course.id());
        assertThat(inEnglish.get("target").get("parentId").asString()).isEqualTo("T-" + course.id());

        happens(course.courseTaken(ann.id()));
        happens(other.courseEnded(ann.id(), tom.id()));
        eventually(() -> assertThat(kinds(ann)).isEmpty());
    }

    @Test
    void anAssessmentWaitsForTheOwnerOfTheRiskUntilItHelped() {
        var risk = Duty.dueOn(today);
        happens(risk.assessment(ann.id(), "关键供应商单一"));
        eventually(() -> assertThat(kinds(ann)).containsExactly("RISK_ASSESSMENT"));
        assertThat(ann.duties().getFirst().get("text").asString()).isEqualTo("重新评估风险：关键供应商单一");
        assertThat(ann.duties().getFirst().get("target").get("id").asString()).isEqualTo("risk-" + risk.id());

        happens(risk.assessment(tom.id(), null));
        eventually(() -> assertThat(kinds(tom)).containsExactly("RISK_ASSESSMENT"));
        assertThat(kinds(ann)).isEmpty();
        assertThat(tom.duties().getFirst().get("title").asString()).isEqualTo("risk-" + risk.id());

        happens(risk.verified(false));
        var after = Duty.dueOn(today);
        happens(after.assessment(ann.id(), "其后"));
        eventually(() -> assertThat(kinds(ann)).hasSize(1));
        happens(risk.verified(true));
        eventually(() -> assertThat(kinds(tom)).isEmpty());
        assertThat(kinds(ann)).hasSize(1);
    }

    @Test
    void aRoundWaitsForWhoeverLeadsTheDepartmentAtTheTime() {
        var department = "d-" + run;
        department(department, ann.id());
        var asked = Duty.dueOn(today.plusDays(14));
        happens(asked.asked(department));

        eventually(() -> assertThat(kinds(ann)).containsExactly("RISK_ROUND"));
        assertThat(ann.duties().getFirst().get("target").get("id").asString()).isEqualTo(department);
        assertThat(kinds(tom)).isEmpty();

        mongo.getCollection("directory_departments")
                .updateOne(new Document("_id", department), new Document("$set", new Document("managerId", tom.id())));
        eventually(() -> assertThat(kinds(tom)).containsExactly("RISK_ROUND"));
        assertThat(kinds(ann)).isEmpty();

        happens(asked.answered(department, tom.id()));
        eventually(() -> assertThat(kinds(tom)).isEmpty());
    }

    @Test
    void pagesGoOnWhereTheyEndedAlsoBetweenThingsOfOneDayAndAcrossWhatIsLeftOut() {
        for (int i = 0; i < 12; i++) {
            var duty = Duty.dueOn(today.plusDays(i / 6));
            happens(duty.measure(ann.id()));
            if (i % 3 == 0) {
                happens(Duty.dueOn(duty.due()).work(ann.id(), null, "risk-measure/risk-1/" + duty.id()));
            }
        }
        eventually(() -> assertThat(kinds(ann)).hasSize(12).contains("WORK_ITEM"));
        eventually(() -> assertThat(kinds(ann)).filteredOn("WORK_ITEM"::equals).hasSize(4));

        var seen = new ArrayList<String>();
        var next = "?limit=5";
        while (!next.isEmpty()) {
            var page = Reader.json(ann.obligations(next));
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            var cursor = page.get("nextCursor");
            next = cursor == null || cursor.isNull() ? "" : "?limit=5&cursor=" + cursor.asString();
        }

        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(ids(ann));
    }

    @Test
    void whatIsAskedForWronglyIsRefused() {
        assertThat(ann.obligations("?kind=CHORE").statusCode()).isEqualTo(400);
        assertThat(ann.obligations("?kind=WORK_ITEM,").statusCode()).isEqualTo(400);
        assertThat(ann.obligations("?overdue=perhaps").statusCode()).isEqualTo(400);
        assertThat(ann.obligations("?limit=0").statusCode()).isEqualTo(400);
        assertThat(ann.obligations("?person=" + tom.id()).statusCode()).isEqualTo(400);
        assertThat(ann.obligations("?cursor=x").statusCode()).isEqualTo(400);
        assertThat(new Reader(port, "x", "forged", "en").obligations("").statusCode())
                .isEqualTo(401);
    }

    private void department(String id, String manager) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("managerId", manager)
                        .append("deputies", List.of())
                        .append("open", true));
    }

    private void happens(PublishedEvent event) {
        wire.happens(event, tom.id());
    }

    private static List<String> kinds(Reader reader) {
        return reader.duties().stream().map(item -> item.get("kind").asString()).toList();
    }

    private static List<String> ids(Reader reader) {
        return reader.duties().stream().map(item -> item.get("id").asString()).toList();
    }

    private static List<JsonNode> items(Reader reader, String query) {
        var items = new ArrayList<JsonNode>();
        Reader.json(reader.obligations(query)).get("items").forEach(items::add);
        return items;
    }
}
