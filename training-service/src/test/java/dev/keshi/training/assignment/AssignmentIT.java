package dev.keshi.training.assignment;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.data;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.Wire;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Assigned courses, from the events of other services to what they brought, on a real store and broker. */
@RunningService
class AssignmentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String unique = UUID.randomUUID().toString();
    private final String person = "newcomer-" + unique;
    private final String indicator = "i-" + unique.substring(0, 30);
    private Wire wire;

    @BeforeEach
    void begin(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        enterprise.person(person, "team", true);
    }

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void whoeverIsHiredOrMovesIsGivenTheInductionPathOnceHoweverOftenItIsTold() {
        var clerk = "CLERK-" + unique.substring(0, 20);
        var lead = "lead-" + unique.substring(0, 20);
        var ofClerks = enterprise.course(",\"inductionOf\":[\"%s\"]".formatted(clerk));
        var ofLeads = enterprise.course(",\"inductionOf\":[\"%s\"]".formatted(lead));
        var hired = happens(hired(0, "clerk-" + unique));
        again(hired);
        happens(position("clerk-" + unique, clerk, null));

        eventually(() -> assertThat(courses())
                .containsExactlyInAnyOrder(
                        "INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES", "COMPLIANCE-BASICS", ofClerks));
        happens(position("lead-" + unique, "LEAD-" + unique, lead));
        var moved = happens(new PersonTransferredV1(person, "other", "lead-" + unique, null, clock.today()));
        again(hired);
        again(moved);

        eventually(() -> assertThat(courses()).contains(ofLeads));
        assertThat(courses()).hasSize(6).doesNotHaveDuplicates();
        assertThat(of(ofLeads).get("cause").asString()).isEqualTo("INDUCTION");
        assertThat(of(ofLeads).get("departmentId").asString()).isEqualTo("other");
        assertThat(of(ofLeads).get("dueOn").asString())
                .isEqualTo(clock.today().plusDays(30).toString());
        eventually(() -> assertThat(of(ofClerks).get("departmentId").asString()).isEqualTo("other"));
    }

    @Test
    void whoeverJoinedLongAgoIsNotInductedAndWhoeverLeavesHasNothingToTakeAnyMore(EventProbe probe) {
        happens(hired(61, null));
        var course = enterprise.course("");
        assertThat(answer(assign("tom", course, 30))).isEqualTo("201");
        assertThat(courses()).containsExactly(course);

        happens(new PersonSeparatedV1(person, clock.today()));

        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("ENDED"));
        assertThat(of(course).get("endedBecause").asString()).isEqualTo("PERSON_LEFT");
        assertThat(courses()).containsExactly(course);
        probe.awaitOne(
                "keshi.training.assignment-ended.v1", of(course).get("id").asString(), PATIENCE);
    }

    /** That the person left was followed before; the copy of the organisation does not know it yet. */
    @Test
    void whatIsAssignedAtTheMomentOfLeavingEndsToo(EventProbe probe) {
        var leaver = "leaver-" + unique;
        enterprise.person(leaver, "team", true);
        var first =
                read(assign("tom", enterprise.course(""), 30, leaver)).get("id").asString();
        happens(new PersonSeparatedV1(leaver, clock.today()));
        probe.awaitOne("keshi.training.assignment-ended.v1", first, PATIENCE);

        var second =
                read(assign("tom", enterprise.course(""), 30, leaver)).get("id").asString();

        probe.awaitOne("keshi.training.assignment-ended.v1", second, PATIENCE);
    }

    @Test
    void aWeakIndicatorAssignsOneCourseAndTheSameIndicatorAfterwardsIsItsEffect(EventProbe probe) {
        happens(hired(90, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var weak = happens(appraisal("first", "48.0"));
        again(weak);

        eventually(() -> assertThat(courses()).containsExactly(course));
        var id = of(course).get("id").asString();
        assertThat(own(course).get("before").asDouble()).isEqualTo(48.0);
        assertThat(of(course).get("cause").asString()).isEqualTo("WEAK_INDICATOR");
        assertThat(data(probe.awaitOne("keshi.training.course-assigned.v1", id, PATIENCE))
                        .get("indicator")
                        .asString())
                .isEqualTo(indicator);

        attend(course);
        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("COMPLETED"));
        again(weak);
        var better = happens(appraisal("second", "71.5"));
        again(better);

        eventually(() -> assertThat(own(course).path("after").asDouble()).isEqualTo(71.5));
        assertThat(of(course).hasNonNull("before") || of(course).hasNonNull("after"))
                .isFalse();
        assertThat(of(course).get("improved").asBoolean()).isTrue();
        var effect = data(probe.awaitOne("keshi.training.effect-measured.v1", id, PATIENCE));
        assertThat(effect.get("change").asString()).isEqualTo("23.5");
        assertThat(effect.get("afterAppraisalId").asString()).isEqualTo("second-" + unique);
        happens(appraisal("third", "50.0"));
        again(better);
        assertThat(probe.await(3, event -> event.key().equals(id), PATIENCE)).hasSize(3);
        assertThat(courses()).containsExactly(course);
    }

    @Test
    void whatIsOfEarlierWorkIsTheEffectAlsoWhenItIsHeardOfLaterAndIsToldAnewOnce(EventProbe probe) {
        happens(hired(400, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var began = clock.today();
        happens(appraisal("weak", "48.0", began.minusDays(90), began.minusDays(1)));
        eventually(() -> assertThat(courses()).containsExactly(course));
        var id = of(course).get("id").asString();
        attend(course);
        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("COMPLETED"));
        happens(appraisal("second", "71.5", began.plusDays(100), began.plusDays(189)));
        eventually(() -> assertThat(own(course).path("after").asDouble()).isEqualTo(71.5));

        var first = happens(appraisal("first", "66.0", began.plusDays(10), began.plusDays(99)));
        eventually(() -> assertThat(own(course).path("after").asDouble()).isEqualTo(66.0));
        again(first);
        happens(appraisal("third", "90.0", began.plusDays(190), began.plusDays(279)));
        followed("third");

        assertThat(probe.await(4, event -> event.key().equals(id), PATIENCE))
                .filteredOn(event -> event.type().equals("keshi.training.effect-measured.v1"))
                .extracting(event -> data(event).get("afterAppraisalId").asString())
                .containsExactly("second-" + unique, "first-" + unique);
    }

    @Test
    void whatWasWeakOfWorkAfterACourseAndWasHeardOfBeforeItsAttendanceNeedsAnother() {
        happens(hired(400, null));
        var first = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var second = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var began = clock.today();
        happens(appraisal("weak", "48.0", began.minusDays(90), began.minusDays(1)));
        eventually(() -> assertThat(courses()).hasSize(1));
        var taken = courses().getFirst();
        var later = clock.instant().plus(Duration.ofDays(9));
        wire.happens(appraisal("weak-again", "31.0", began.plusDays(10), began.plusDays(99)), later);
        wire.happens(appraisal("good", "88.0", began.plusDays(100), began.plusDays(189)), later);
        followed("weak-again");
        followed("good");
        assertThat(courses()).containsExactly(taken);

        attend(taken);

        eventually(() -> assertThat(courses()).containsExactlyInAnyOrder(first, second));
        var other = taken.equals(first) ? second : first;
        assertThat(own(other).get("before").asDouble()).isEqualTo(31.0);
        assertThat(own(taken).get("before").asDouble()).isEqualTo(48.0);
        eventually(() -> assertThat(own(taken).path("after").asDouble()).isEqualTo(31.0));
    }

    @Test
    void whatIsPublishedAnewCountsAsItWasPublishedLast() {
        happens(hired(400, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var began = clock.today();
        happens(appraisal("weak", "48.0", began.minusDays(90), began.minusDays(1)));
        eventually(() -> assertThat(courses()).containsExactly(course));
        happens(appraisal("weak-too", "30.0", began.minusDays(60), began));
        clock.letPass(1);
        happens(appraisal("weak", "41.0", began.minusDays(90), began.minusDays(1)));
        eventually(() -> assertThat(own(course).get("before").asDouble()).isEqualTo(41.0));
        attend(course);
        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("COMPLETED"));

        happens(appraisal("first", "66.0", began.plusDays(10), began.plusDays(99)));
        eventually(() -> assertThat(own(course).path("after").asDouble()).isEqualTo(66.0));
        happens(appraisal("second", "90.0", began.plusDays(100), began.plusDays(189)));
        followed("second");
        happens(appraisal("first", List.of(), "66.0", began.plusDays(10), began.plusDays(99)));

        eventually(() -> assertThat(own(course).path("after").asDouble()).isEqualTo(90.0));
        assertThat(courses()).containsExactly(course);
    }

    /** It is kept, and what follows from it was done. */
    private void followed(String appraisal) {
        eventually(() -> assertThat(mongo.getCollection("trainee_facts")
                        .countDocuments(new Document("state.appraisalId", appraisal + "-" + unique)))
                .isOne());
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("personId", person).append("news", true)))
                .isZero());
    }

    @Test
    void anAppraisalOfWorkBeforeTheCourseThatIsPublishedLateNeitherMeasuresItNorAssignsAnother(EventProbe probe) {
        happens(hired(400, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var other = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        var began = clock.today();
        happens(appraisal("quarter", "48.0", began.minusDays(90), began.minusDays(1)));
        eventually(() -> assertThat(courses()).hasSize(1));
        var assigned = courses().getFirst();
        attend(assigned);
        eventually(() -> assertThat(of(assigned).get("status").asString()).isEqualTo("COMPLETED"));
        var id = of(assigned).get("id").asString();

        happens(appraisal("last-year", "90.0", began.minusDays(365), began.minusDays(91)));
        happens(appraisal("half-year", "20.0", began.minusDays(180), clock.today()));
        happens(appraisal(
                "next", "71.5", clock.today().plusDays(1), clock.today().plusDays(90)));

        var effect = data(probe.awaitOne("keshi.training.effect-measured.v1", id, PATIENCE));
        assertThat(effect.get("afterAppraisalId").asString()).isEqualTo("next-" + unique);
        assertThat(courses()).containsExactly(assigned).isSubsetOf(course, other);
    }

    @Test
    void anIndicatorAtTheThresholdIsNotWeakAndOneWithoutACourseAssignsNothing() {
        happens(hired(90, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        happens(appraisal("good", "60.0"));
        happens(new AppraisalPublishedV1(
                "other-" + unique,
                "cycle",
                person,
                "team",
                "10.0",
                "FAIL",
                List.of(new IndicatorResult("template", "without-" + unique.substring(0, 20), "ABILITY", "10.0")),
                1,
                null,
                null,
                null,
                null));
        happens(appraisal("weak", "59.9"));

        eventually(() -> assertThat(courses()).containsExactly(course));
        assertThat(own(course).get("before").asDouble()).isEqualTo(59.9);
    }

    @Test
    void aCourseThatSomebodyHasAssignedByHandIsTheOneThatStrengthensWhatAnAppraisalFindsWeak(EventProbe probe) {
        happens(hired(90, null));
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        anotherThatWouldBeFree();
        assertThat(answer(assign("tom", course, 30))).isEqualTo("201");
        var id = of(course).get("id").asString();

        happens(appraisal("weak", "48.0"));

        eventually(() -> assertThat(own(course).path("before").asDouble()).isEqualTo(48.0));
        assertThat(courses()).containsExactly(course);
        assertThat(of(course).get("cause").asString()).isEqualTo("BY_HAND");
        assertThat(of(course).get("indicator").asString()).isEqualTo(indicator);
        attend(course);
        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("COMPLETED"));
        happens(appraisal("better", "71.5"));
        assertThat(data(probe.awaitOne("keshi.training.effect-measured.v1", id, PATIENCE))
                        .get("change")
                        .asString())
                .isEqualTo("23.5");
        assertThat(courses()).containsExactly(course);
    }

    @Test
    void soIsOneOfTheInduction() {
        var clerk = "CLERK-" + unique.substring(0, 20);
        var course = enterprise.course(",\"inductionOf\":[\"%s\"],\"indicators\":[\"%s\"]".formatted(clerk, indicator));
        anotherThatWouldBeFree();
        happens(position("clerk-" + unique, clerk, null));
        happens(hired(0, "clerk-" + unique));
        eventually(() -> assertThat(courses()).hasSize(5).contains(course));

        happens(appraisal("weak", "48.0"));

        eventually(() -> assertThat(own(course).path("before").asDouble()).isEqualTo(48.0));
        assertThat(courses()).hasSize(5).doesNotHaveDuplicates();
        assertThat(of(course).get("cause").asString()).isEqualTo("INDUCTION");
    }

    /** For the same indicator. */
    private void anotherThatWouldBeFree() {
        enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
    }

    @Test
    void anAppraisalThatIsHeardOfBeforeThePersonIsFollowedOnceThePersonIsKnown() {
        var course = enterprise.course(",\"indicators\":[\"%s\"]".formatted(indicator));
        happens(appraisal("early", "20.0"));
        happens(hired(90, null));

        eventually(() -> assertThat(courses()).containsExactly(course));
    }

    @Test
    void aCourseNotTakenInTimeIsToldOfOnce(EventProbe probe) {
        happens(hired(90, null));
        var course = enterprise.course("");
        var id = read(assign("tom", course, 1)).get("id").asString();
        clock.letPass(2);

        probe.awaitOne("keshi.training.assignment-overdue.v1", id, PATIENCE);
        clock.letPass(1);
        attend(course);

        eventually(() -> assertThat(of(course).get("status").asString()).isEqualTo("COMPLETED"));
        assertThat(probe.await(3, event -> event.key().equals(id), PATIENCE))
                .extracting(event -> event.type())
                .containsExactly(
                        "keshi.training.course-assigned.v1",
                        "keshi.training.assignment-overdue.v1",
                        "keshi.training.assignment-completed.v1");
    }

    @Test
    void onlyThoseWhoLeadSaySoAndEachBadInputIsToldInItsWay() {
        var course = enterprise.course("");
        assertThat(answer(assign(person, course, 5))).isEqualTo("403 not-yours-to-assign");
        assertThat(answer(assign("otto", course, 5))).isEqualTo("422 person-missing");
        assertThat(answer(assign("tom", course, -1))).isEqualTo("422 assignment-due-past");
        assertThat(answer(assign("tom", "C-NONE", 5))).isEqualTo("422 course-missing");
        assertThat(answer(assign("hana", course, 5))).isEqualTo("201");
        assertThat(answer(assign("tom", course, 9))).isEqualTo("409 assignment-open-before");

        var path = "/assignments/" + of(course).get("id").asString();
        assertThat(answer(enterprise.get("otto", path))).isEqualTo("404 assignment-not-found");
        assertThat(answer(enterprise.get("max", path))).isEqualTo("404 assignment-not-found");
        assertThat(answer(enterprise.get("aud", path))).isEqualTo("200");
        assertThat(answer(enterprise.command(person, path, "/cancel", ""))).isEqualTo("403 not-yours-to-assign");
        assertThat(answer(enterprise.post("otto", path + "/cancel", "1", ""))).isEqualTo("404 assignment-not-found");
        assertThat(answer(enterprise.command("tom", path, "/cancel", ""))).isEqualTo("200");
        assertThat(answer(enterprise.command("tom", path, "/cancel", ""))).isEqualTo("409 assignment-over");
        assertThat(answer(assign("tom", course, 9))).isEqualTo("201");
    }

    private MvcTestResult assign(String caller, String course, int days) {
        return assign(caller, course, days, person);
    }

    private MvcTestResult assign(String caller, String course, int days, String who) {
        return enterprise.post(
                caller,
                "/assignments",
                null,
                "{\"personId\":\"%s\",\"courseCode\":\"%s\",\"dueOn\":\"%s\"}"
                        .formatted(who, course, clock.today().plusDays(days)));
    }

    private void attend(String course) {
        var session = enterprise.session(course, clock.instant().plusSeconds(3600), 5);
        assertThat(answer(enterprise.post(person, "/sessions/" + session + "/enrol", null, "{}")))
                .isEqualTo("200");
        clock.letPass(1);
        assertThat(answer(enterprise.post(
                        "mia",
                        "/sessions/" + session + "/attendance",
                        null,
                        "{\"attended\":[\"%s\"]}".formatted(person))))
                .isEqualTo("200");
    }

    private List<String> courses() {
        var all = new ArrayList<String>();
        assignments().forEach(one -> all.add(one.get("courseCode").asString()));
        return all;
    }

    private JsonNode of(String course) {
        return assignments()
                .valueStream()
                .filter(one -> one.get("courseCode").asString().equals(course))
                .findFirst()
                .orElseThrow();
    }

    /** As the person sees it. */
    private JsonNode own(String course) {
        return read(
                enterprise.get(person, "/assignments/" + of(course).get("id").asString()));
    }

    private JsonNode assignments() {
        return read(enterprise.get("hana", "/assignments?limit=100&personId=" + person))
                .get("items");
    }

    private PersonHiredV1 hired(int daysAgo, @Nullable String position) {
        return new PersonHiredV1(
                person,
                "E-" + unique,
                new EncryptedText(person, "AAAA"),
                null,
                "team",
                position,
                null,
                clock.today().minusDays(daysAgo));
    }

    private static PositionDefinedV1 position(String id, String code, @Nullable String template) {
        return new PositionDefinedV1(id, code, "岗位", null, null, null, template);
    }

    private AppraisalPublishedV1 appraisal(String name, String points) {
        return appraisal(name, points, null, null);
    }

    private AppraisalPublishedV1 appraisal(
            String name, String points, @Nullable LocalDate first, @Nullable LocalDate last) {
        var result = new IndicatorResult("template", indicator, "ABILITY", points);
        return appraisal(name, List.of(result), points, first, last);
    }

    private AppraisalPublishedV1 appraisal(
            String name,
            List<IndicatorResult> results,
            String score,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return new AppraisalPublishedV1(
                name + "-" + unique, "cycle", person, "team", score, "PASS", results, 1, null, first, last, null);
    }

    private ProducerRecord<String, byte[]> happens(PublishedEvent event) {
        return wire.happens(event, clock.instant());
    }

    private void again(ProducerRecord<String, byte[]> record) {
        wire.again(record);
    }
}
