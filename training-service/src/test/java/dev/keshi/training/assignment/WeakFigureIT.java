package dev.keshi.training.assignment;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.data;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.Wire;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
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
import tools.jackson.databind.JsonNode;

/** Courses that follow from figures as they move, and what figures say of them afterwards, on a real store and broker. */
@RunningService
class WeakFigureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    @Autowired
    private MongoTemplate mongo;

    private final String unique = UUID.randomUUID().toString();
    private final String person = "worker-" + unique;
    private final String indicator = "i-" + unique.substring(0, 30);
    private LocalDate began = LocalDate.EPOCH;
    private Wire wire;

    @BeforeEach
    void somebodyWorksHere(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        began = clock.today();
        works(person);
    }

    /** Long enough not to be inducted. */
    private String works(String who) {
        enterprise.person(who, "team", true);
        happens(new PersonHiredV1(
                who,
                "E-" + who,
                new EncryptedText(who, "AAAA"),
                null,
                "team",
                null,
                null,
                clock.today().minusDays(400)));
        return who;
    }

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void aWeakFigureOfAPeriodThatIsOverAssignsOneCourseHoweverOftenItMoves() {
        strengthening(indicator);
        strengthening(indicator);
        figure("50.00");
        figure("95.00");
        var weak = figure("48.00");
        wire.again(weak);
        known(3);
        assertThat(waiting()).isOne();
        assertThat(courses()).isEmpty();

        stands();

        eventually(() -> assertThat(courses()).hasSize(1));
        var assigned = assignments().get(0);
        assertThat(assigned.get("cause").asString()).isEqualTo("WEAK_INDICATOR");
        assertThat(assigned.get("indicator").asString()).isEqualTo(indicator);
        assertThat(assigned.hasNonNull("figureBefore") || assigned.hasNonNull("before"))
                .isFalse();
        assertThat(own().get("figureBefore").asDouble()).isEqualTo(48.0);
        assertThat(own().hasNonNull("before")).isFalse();
        assertThat(own().get("figureUnit").asString()).isEqualTo("PERCENT");

        figure("100.00");
        known(4);
        stands();
        figure("12.00");
        wire.again(weak);
        known(5);
        stands();
        assertThat(courses()).hasSize(1);
        assertThat(own().get("figureBefore").asDouble()).isEqualTo(48.0);
    }

    @Test
    void aFigureOfThePeriodAfterTheCourseIsItsEffectInItsOwnUnit(EventProbe probe) {
        var course = strengthening(indicator);
        happens(moved(indicator, "first", -30, -1, "50.0", "24", "HOURS", "LESS"));
        known(1);
        stands();
        eventually(() -> assertThat(courses()).containsExactly(course));
        var id = own().get("id").asString();
        assertThat(data(probe.awaitOne("keshi.training.course-assigned.v1", id, PATIENCE))
                        .get("indicator")
                        .asString())
                .isEqualTo(indicator);
        attend(course);
        eventually(() -> assertThat(own().get("status").asString()).isEqualTo("COMPLETED"));

        happens(moved(indicator, "same-time", -27, 10, "5.0", "24", "HOURS", "LESS"));
        happens(moved(indicator, "after", 1, 30, "90.0", "24", "HOURS", "LESS"));
        happens(moved(indicator, "after", 1, 30, "30.5", "24", "HOURS", "LESS"));
        known(2);
        clock.letPass(31);
        stands();

        eventually(() -> assertThat(own().path("figureAfter").asDouble()).isEqualTo(30.5));
        assertThat(own().hasNonNull("after")).isFalse();
        assertThat(assignments().get(0).get("improved").asBoolean()).isTrue();
        assertThat(assignments().get(0).hasNonNull("figureAfter")).isFalse();
        var told = data(probe.awaitOne("keshi.training.figure-effect-measured.v1", id, PATIENCE));
        assertThat(told.get("before").asString()).isEqualTo("50.0");
        assertThat(told.get("after").asString()).isEqualTo("30.5");
        assertThat(told.get("change").asString()).isEqualTo("-19.5");
        assertThat(told.get("improved").asBoolean()).isTrue();
        assertThat(told.get("unit").asString()).isEqualTo("HOURS");
        var evaluation = read(enterprise.get("hana", "/courses/" + course + "/evaluation"))
                .get("result");
        assertThat(evaluation.get("figures").asInt()).isOne();
        assertThat(evaluation.has("figuresImproved")).isFalse();
        assertThat(evaluation.get("measured").asInt()).isZero();

        happens(moved(indicator, "later", 2, 32, "99.0", "24", "HOURS", "LESS"));
        eventually(() -> assertThat(waiting()).isOne());
        stands();
        assertThat(probe.await(3, event -> event.key().equals(id), PATIENCE))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.training.course-assigned.v1",
                        "keshi.training.assignment-completed.v1",
                        "keshi.training.figure-effect-measured.v1");
    }

    @Test
    void whatWasWorkedBetweenTheWeakPeriodAndTheCourseIsNotItsEffect() {
        var course = strengthening(indicator);
        happens(moved(indicator, "weak", -60, -31, "40.00", "90", "PERCENT", "MORE"));
        known(1);
        stands();
        eventually(() -> assertThat(courses()).containsExactly(course));
        happens(moved(indicator, "between", -30, -1, "70.00", "90", "PERCENT", "MORE"));
        stands();
        attend(course);
        eventually(() -> assertThat(own().get("status").asString()).isEqualTo("COMPLETED"));
        happens(moved(indicator, "mostly-before", -10, 6, "75.00", "90", "PERCENT", "MORE"));
        eventually(() -> assertThat(waiting()).isOne());
        clock.letPass(7);
        stands();
        assertThat(own().hasNonNull("figureAfter")).isFalse();

        happens(moved(indicator, "after", 7, 36, "85.00", "90", "PERCENT", "MORE"));
        eventually(() -> assertThat(waiting()).isOne());
        clock.letPass(30);
        stands();

        eventually(() -> assertThat(own().path("figureAfter").asDouble()).isEqualTo(85.0));
        assertThat(own().get("figureBefore").asDouble()).isEqualTo(40.0);
        assertThat(courses()).containsExactly(course);
    }

    @Test
    void whatDoesNotStandIsGoodOrSaysNothingAssignsNothing() {
        var weak = strengthening(indicator);
        happens(moved(indicator, "weak", -30, -1, "53.9", "90", "PERCENT", "MORE"));
        for (var other : List.of("running", "good", "nearly", "less", "untold", "aimless", "gone", "old", "better")) {
            strengthening(other + indicator);
        }
        happens(moved("running" + indicator, "running", -3, 60, "0.0", "90", "PERCENT", "MORE"));
        happens(moved("good" + indicator, "good", -30, -1, "90.0", "90", "PERCENT", "MORE"));
        happens(moved("nearly" + indicator, "nearly", -30, -1, "54.0", "90", "PERCENT", "MORE"));
        happens(moved("less" + indicator, "less", -30, -1, "1.0", "90", "HOURS", "LESS"));
        happens(moved("untold" + indicator, "untold", -30, -1, "1.0", "90", "AS_IMPORTED", null));
        happens(moved("aimless" + indicator, "aimless", -30, -1, "1.0", null, "PERCENT", "MORE"));
        happens(moved("gone" + indicator, "gone", -30, -1, "1.0", "90", "PERCENT", "MORE"));
        happens(moved("gone" + indicator, "gone", -30, -1, null, "90", "PERCENT", "MORE"));
        happens(moved("old" + indicator, "old", -220, -190, "1.0", "90", "PERCENT", "MORE"));
        happens(moved("better" + indicator, "worse", -60, -31, "1.0", "90", "PERCENT", "MORE"));
        happens(moved("better" + indicator, "better", -30, -1, "95.0", "90", "PERCENT", "MORE"));
        eventually(() -> assertThat(waiting()).isEqualTo(11));
        known(2);

        stands();

        eventually(() -> assertThat(courses()).containsExactly(weak));
        assertThat(waiting()).as("the period that is not over").isOne();
    }

    @Test
    void anAppraisalThatFindsTheSameIndicatorWeakAssignsNoOtherAndEachIsMeasuredByItsOwnKind(EventProbe probe) {
        strengthening(indicator);
        strengthening(indicator);
        figure("40.00");
        known(1);
        stands();
        eventually(() -> assertThat(courses()).hasSize(1));
        happens(appraisal("quarter", "35.0", -31, -2));
        eventually(() -> assertThat(own().path("before").asDouble()).isEqualTo(35.0));
        assertThat(own().get("figureBefore").asDouble()).isEqualTo(40.0);
        var id = own().get("id").asString();
        attend(own().get("courseCode").asString());
        eventually(() -> assertThat(own().get("status").asString()).isEqualTo("COMPLETED"));

        happens(moved(indicator, "after", 1, 30, "85.00", "90", "PERCENT", "MORE"));
        eventually(() -> assertThat(waiting()).isOne());
        happens(appraisal("next", "61.0", 1, 30));
        eventually(() -> assertThat(own().path("after").asDouble()).isEqualTo(61.0));
        assertThat(own().get("improved").asBoolean()).isTrue();
        assertThat(own().hasNonNull("figureAfter")).isFalse();
        clock.letPass(31);
        stands();

        eventually(() -> assertThat(own().path("figureAfter").asDouble()).isEqualTo(85.0));
        assertThat(probe.await(4, event -> event.key().equals(id), PATIENCE))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "keshi.training.course-assigned.v1",
                        "keshi.training.assignment-completed.v1",
                        "keshi.training.effect-measured.v1",
                        "keshi.training.figure-effect-measured.v1");
    }

    @Test
    void whatPeopleHaveCancelledIsNotAssignedAnewForTheSameWork() {
        strengthening(indicator);
        strengthening(indicator);
        figure("40.00");
        known(1);
        stands();
        eventually(() -> assertThat(courses()).hasSize(1));
        var path = "/assignments/" + own().get("id").asString();
        assertThat(answer(enterprise.command("tom", path, "/cancel", ""))).isEqualTo("200");

        figure("30.00");
        known(2);
        stands();
        happens(appraisal("same-work", "20.0", -90, -1));
        eventually(() -> assertThat(mongo.getCollection("trainee_facts")
                        .countDocuments(new Document("state.appraisalId", "same-work-" + unique)))
                .isOne());
        followed();
        assertThat(courses()).hasSize(1);

        happens(appraisal("next-work", "20.0", 1, 30));

        eventually(() -> assertThat(courses()).hasSize(2));
    }

    @Test
    void norIsWhatWasCancelledAfterAnAppraisalForAFigureOfTheSameWork() {
        strengthening(indicator);
        strengthening(indicator);
        happens(appraisal("same-work", "20.0", -90, -1));
        eventually(() -> assertThat(courses()).hasSize(1));
        var path = "/assignments/" + own().get("id").asString();
        assertThat(answer(enterprise.command("tom", path, "/cancel", ""))).isEqualTo("200");

        figure("30.00");
        known(1);
        stands();
        assertThat(courses()).hasSize(1);

        happens(moved(indicator, "next-work", 1, 30, "30.00", "90", "PERCENT", "MORE"));
        eventually(() -> assertThat(waiting()).isOne());
        clock.letPass(31);
        stands();

        eventually(() -> assertThat(courses()).hasSize(2));
    }

    @Test
    void howManyHaveABetterFigureAfterACourseIsToldOnceThereAreEnoughAndOfThoseOnly() {
        var course = strengthening(indicator);
        var same = works("same-" + unique);
        var worse = works("lower-" + unique);
        for (var who : List.of(person, same, worse)) {
            happens(of(who, moved(indicator, "weak", -30, -1, "40.00", "90", "PERCENT", "MORE")));
        }
        eventually(() -> assertThat(waitingOf(person, same, worse)).isEqualTo(3));
        clock.letPass(1);
        eventually(() -> assertThat(assigned(course, "OPEN")).isEqualTo(3));
        attend(course, person, same, worse);
        eventually(() -> assertThat(assigned(course, "COMPLETED")).isEqualTo(3));

        happens(of(person, moved(indicator, "after", 1, 30, "85.00", "90", "PERCENT", "MORE")));
        happens(of(same, moved(indicator, "after", 1, 30, "40.00", "90", "PERCENT", "MORE")));
        eventually(() -> assertThat(waitingOf(person, same)).isEqualTo(2));
        clock.letPass(32);
        eventually(() -> assertThat(result(course).get("figures").asInt()).isEqualTo(2));
        assertThat(result(course).has("figuresImproved")).isFalse();

        happens(of(worse, moved(indicator, "after", 1, 30, "39.99", "90", "PERCENT", "MORE")));
        eventually(() -> assertThat(waitingOf(worse)).isOne());
        clock.letPass(1);
        eventually(() -> assertThat(result(course).get("figures").asInt()).isEqualTo(3));
        assertThat(result(course).get("figuresImproved").asInt()).isOne();
    }

    /** What a course brought, as those see it who see all. */
    private JsonNode result(String course) {
        return read(enterprise.get("hana", "/courses/" + course + "/evaluation"))
                .get("result");
    }

    private long assigned(String course, String status) {
        return mongo.getCollection("assignments")
                .countDocuments(new Document("state.courseCode", course).append("state.status", status));
    }

    /** The same of somebody. */
    private static IndicatorMovedV1 of(String who, IndicatorMovedV1 moved) {
        return new IndicatorMovedV1(
                who.charAt(0) + moved.valueId(),
                moved.indicator(),
                who,
                moved.departmentId(),
                moved.firstDay(),
                moved.lastDay(),
                moved.before(),
                moved.after(),
                moved.unit(),
                moved.target(),
                moved.people(),
                moved.causedBy(),
                moved.better());
    }

    /** The figure of the thirty days up to yesterday, as this test began. */
    private ProducerRecord<String, byte[]> figure(String value) {
        return happens(
                moved(indicator, "figure", began.minusDays(30), began.minusDays(1), value, "90", "PERCENT", "MORE"));
    }

    private IndicatorMovedV1 moved(
            String code,
            String name,
            int first,
            int last,
            @Nullable String value,
            @Nullable String target,
            String unit,
            @Nullable String better) {
        return moved(code, name, began.plusDays(first), began.plusDays(last), value, target, unit, better);
    }

    private IndicatorMovedV1 moved(
            String code,
            String name,
            LocalDate first,
            LocalDate last,
            @Nullable String value,
            @Nullable String target,
            String unit,
            @Nullable String better) {
        return new IndicatorMovedV1(
                name + "-" + unique, code, person, "team", first, last, null, value, unit, target, 1, "event", better);
    }

    private AppraisalPublishedV1 appraisal(String name, String points, int first, int last) {
        return new AppraisalPublishedV1(
                name + "-" + unique,
                "cycle",
                person,
                "team",
                points,
                "PASS",
                List.of(new IndicatorResult("template", indicator, "RESULT", points)),
                1,
                null,
                clock.today().plusDays(first),
                clock.today().plusDays(last),
                null);
    }

    /** So many events of the figure are known. */
    private void known(long events) {
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("personId", person).append("sequence", events)))
                .isOne());
        eventually(() -> assertThat(mongo.getCollection("trainee_facts")
                        .countDocuments(new Document("state.personId", person)
                                .append("state.sequence", events)
                                .append("state.kind", "FIGURE")))
                .isOne());
    }

    /** Figures that do not count yet. */
    private long waiting() {
        return waitingOf(person);
    }

    private long waitingOf(String... people) {
        return mongo.getCollection("trainee_news")
                .countDocuments(new Document("personId", new Document("$in", List.of(people)))
                        .append("countsFrom", new Document("$exists", true)));
    }

    /** A day goes by, and what counts then is followed. */
    private void stands() {
        clock.letPass(1);
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("personId", person)
                                .append("countsFrom", new Document("$lte", Date.from(clock.instant())))))
                .isZero());
        followed();
    }

    private void followed() {
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("personId", person).append("news", true)))
                .isZero());
    }

    private String strengthening(String code) {
        return enterprise.course(",\"indicators\":[\"%s\"]".formatted(code));
    }

    private void attend(String course) {
        attend(course, person);
    }

    private void attend(String course, String... people) {
        var session = enterprise.session(course, clock.instant().plusSeconds(3600), 5);
        for (var who : people) {
            assertThat(answer(enterprise.post(who, "/sessions/" + session + "/enrol", null, "{}")))
                    .isEqualTo("200");
        }
        clock.letPass(1);
        assertThat(answer(enterprise.post(
                        "mia",
                        "/sessions/" + session + "/attendance",
                        null,
                        "{\"attended\":[\"%s\"]}".formatted(String.join("\",\"", people)))))
                .isEqualTo("200");
    }

    private List<String> courses() {
        var all = new ArrayList<String>();
        assignments().forEach(one -> all.add(one.get("courseCode").asString()));
        return all;
    }

    /** The first one, as the person sees it. */
    private JsonNode own() {
        return read(enterprise.get(
                person, "/assignments/" + assignments().get(0).get("id").asString()));
    }

    private JsonNode assignments() {
        return read(enterprise.get("hana", "/assignments?limit=100&personId=" + person))
                .get("items");
    }

    private ProducerRecord<String, byte[]> happens(PublishedEvent event) {
        return wire.happens(event, clock.instant());
    }

    @Test
    void noEarlierPeriodIsWeakWhileALaterOneDoesNotStandYet() {
        strengthening(indicator);
        period("earlier", -60, -31, "10.00");
        period("later", -30, -1, "95.00");
        countsIn("later", 3);
        stands();
        assertThat(courses()).as("imported a little later").isEmpty();
        clock.letPass(2);
        stands();
        assertThat(waiting()).isZero();
        assertThat(courses()).isEmpty();

        happens(moved(indicator, "later", -30, -1, "96.00", "90", "PERCENT", "MORE"));
        known("later", 2);
        followed(happens(appraisal("good", "90.0", -30, -1)));
        assertThat(waiting()).isOne();
        assertThat(courses()).as("corrected a little").isEmpty();

        happens(moved(indicator, "later", -30, -1, "12.00", "90", "PERCENT", "MORE"));
        known("later", 3);
        stands();
        eventually(() -> assertThat(courses()).hasSize(1));
        assertThat(own().get("figureBefore").asDouble()).isEqualTo(12.0);
    }

    @Test
    void theFirstPeriodAfterTheCourseIsWaitedForWhenALaterOneStandsBeforeIt() {
        var course = strengthening(indicator);
        period("weak", -30, -1, "40.00");
        stands();
        eventually(() -> assertThat(courses()).containsExactly(course));
        attend(course);
        eventually(() -> assertThat(own().get("status").asString()).isEqualTo("COMPLETED"));
        period("first", 1, 30, "60.00");
        period("second", 31, 60, "95.00");
        countsIn("first", 70);
        clock.letPass(61);
        stands();
        assertThat(waiting()).isOne();
        assertThat(own().hasNonNull("figureAfter")).isFalse();

        clock.letPass(9);
        stands();

        eventually(() -> assertThat(own().path("figureAfter").asDouble()).isEqualTo(60.0));
    }

    @Test
    void aPeriodThatWasOverWhenPeopleCancelledTheCourseDoesNotBringItBack() {
        strengthening(indicator);
        period("first", -60, -31, "40.00");
        stands();
        eventually(() -> assertThat(courses()).hasSize(1));
        period("second", -30, -1, "30.00");
        stands();
        assertThat(courses()).hasSize(1);
        var path = "/assignments/" + own().get("id").asString();
        assertThat(answer(enterprise.command("tom", path, "/cancel", ""))).isEqualTo("200");

        followed(happens(appraisal("good", "90.0", -30, -1)));
        assertThat(courses()).hasSize(1);

        period("third", 3, 33, "20.00");
        clock.letPass(34);
        stands();
        eventually(() -> assertThat(courses()).hasSize(2));
    }

    /** A figure of that period becomes known, in percent of which 90 are to be reached. */
    private void period(String name, int first, int last, String value) {
        happens(moved(indicator, name, first, last, value, "90", "PERCENT", "MORE"));
        known(name, 1);
    }

    /** So many events of that figure are known. */
    private void known(String name, long events) {
        var id = name + "-" + unique;
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("_id", id).append("sequence", events)))
                .isOne());
        eventually(() -> assertThat(mongo.getCollection("trainee_facts")
                        .countDocuments(new Document("_id", id).append("state.sequence", events)))
                .isOne());
    }

    /** As if it moved until a day before that. */
    private void countsIn(String name, int days) {
        var from = Date.from(clock.instant().plus(Duration.ofDays(days)));
        var changed = mongo.getCollection("trainee_news")
                .updateOne(
                        new Document("_id", name + "-" + unique),
                        new Document("$set", new Document("countsFrom", from)));
        assertThat(changed.getModifiedCount()).isOne();
    }

    /** What follows from it was done. */
    private void followed(ProducerRecord<String, byte[]> told) {
        eventually(() -> assertThat(mongo.getCollection("trainee_news")
                        .countDocuments(new Document("_id", Wire.id(told) + ":fact").append("news", null)))
                .isOne());
    }
}
