package dev.keshi.training.session;

import static dev.keshi.test.Eventually.eventually;
import static dev.keshi.training.Enterprise.answer;
import static dev.keshi.training.Enterprise.data;
import static dev.keshi.training.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.training.Enterprise;
import dev.keshi.training.MovedClock;
import dev.keshi.training.RunningService;
import dev.keshi.training.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sessions over HTTP, on a real store and broker. */
@RunningService
class SessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODY = "{}";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MovedClock clock;

    private Wire wire;
    private String course;

    @BeforeEach
    void begin(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        course = enterprise.course("");
    }

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void fiftyWhoAskAtTheSameMomentNeverOverfillASessionAndTheOthersWaitInOrder(EventProbe probe) throws Exception {
        var session = enterprise.session(course, tomorrow(), 20);
        var people = IntStream.range(0, 50)
                .mapToObj(each -> "crowd-" + each + "-" + UUID.randomUUID())
                .toList();
        people.forEach(person -> enterprise.person(person, "team", true));

        try (var crowd = Executors.newFixedThreadPool(50)) {
            var asked = crowd.invokeAll(people.stream()
                    .<Callable<String>>map(person -> () -> insisting(person, session))
                    .toList());
            for (var one : asked) {
                assertThat(one.get()).isEqualTo("200");
            }
        }

        var now = read(enterprise.get("ona", "/sessions/" + session));
        assertThat(now.get("enrolled").asInt()).isEqualTo(20);
        assertThat(now.get("waiting").asInt()).isEqualTo(30);
        var order = enrolments("tom", session);
        assertThat(order).hasSize(50);
        assertThat(order.subList(0, 20)).allMatch(one -> one.endsWith(" ENROLLED"));
        assertThat(order.subList(20, 50)).allMatch(one -> one.endsWith(" WAITING"));
        var seen = probe.await(51, event -> event.key().equals(session), PATIENCE);
        assertThat(seen).extracting(SeenEvent::sequence).doesNotHaveDuplicates();

        var first = order.get(0).split(" ")[0];
        assertThat(answer(enterprise.post(first, "/sessions/" + session + "/withdraw", null, NOBODY)))
                .isEqualTo("200");

        var up = probe.awaitOne("keshi.training.enrolment-moved-up.v1", session, PATIENCE);
        assertThat(data(up).get("personId").asString()).isEqualTo(order.get(20).split(" ")[0]);
        assertThat(read(enterprise.get("ona", "/sessions/" + session))
                        .get("enrolled")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void whoLeadsSomebodyTodaySeesWhereThatOneHasAPlace() {
        var session = enterprise.session(course, tomorrow(), 2);
        var mover = "mover-" + UUID.randomUUID();
        enterprise.person(mover, "team", true);
        assertThat(answer(enrol(mover, session))).isEqualTo("200");
        assertThat(enrolments("otto", session)).isEmpty();

        enterprise.moves(mover, "other");
        assertThat(enrolments("otto", session)).containsExactly(mover + " ENROLLED");
        assertThat(enrolments(mover, session)).containsExactly(mover + " ENROLLED");

        enterprise.moves(mover, "team");
        assertThat(enrolments("otto", session))
                .as("whoever led that one before")
                .isEmpty();
    }

    @Test
    void whoeverLeavesGivesThePlaceToTheFirstWhoWaits(EventProbe probe) {
        var session = enterprise.session(course, tomorrow(), 1);
        var leaver = "leaver-" + UUID.randomUUID();
        enterprise.person(leaver, "team", true);
        assertThat(answer(enrol(leaver, session))).isEqualTo("200");
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        assertThat(enrolments("tom", session)).containsExactly(leaver + " ENROLLED", "ona WAITING");

        var left = wire.happens(new PersonSeparatedV1(leaver, clock.today()), Instant.now());
        wire.again(left);

        eventually(() -> assertThat(enrolments("tom", session)).containsExactly(leaver + " WITHDRAWN", "ona ENROLLED"));
        assertThat(data(probe.awaitOne("keshi.training.enrolment-withdrawn.v1", session, PATIENCE))
                        .get("cause")
                        .asString())
                .isEqualTo("LEFT");
    }

    /** That the person left was followed before; the copy of the organisation does not know it yet. */
    @Test
    void whoeverGetsAPlaceAtTheMomentOfLeavingGivesItBackToo(EventProbe probe) {
        var first = enterprise.session(course, tomorrow(), 1);
        var second = enterprise.session(course, tomorrow(), 1);
        var leaver = "leaver-" + UUID.randomUUID();
        enterprise.person(leaver, "team", true);
        assertThat(answer(enrol(leaver, first))).isEqualTo("200");
        wire.happens(new PersonSeparatedV1(leaver, clock.today()), Instant.now());
        eventually(() -> assertThat(enrolments("tom", first)).containsExactly(leaver + " WITHDRAWN"));

        assertThat(answer(enrol(leaver, second))).isEqualTo("200");

        eventually(() -> assertThat(enrolments("tom", second)).containsExactly(leaver + " WITHDRAWN"));
        assertThat(data(probe.awaitOne("keshi.training.enrolment-withdrawn.v1", second, PATIENCE))
                        .get("cause")
                        .asString())
                .isEqualTo("LEFT");
    }

    @Test
    void whoeverWaitsInVainIsToldSoWhenTheSessionWasHeld(EventProbe probe) {
        var session = enterprise.session(course, tomorrow(), 1);
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        assertThat(answer(enrol("max", session))).isEqualTo("200");
        clock.letPass(2);

        assertThat(answer(attendance("mia", session, "{\"attended\":[\"ona\"]}")))
                .isEqualTo("200");

        var told = data(probe.awaitOne("keshi.training.enrolment-withdrawn.v1", session, PATIENCE));
        assertThat(told.get("personId").asString()).isEqualTo("max");
        assertThat(told.get("cause").asString()).isEqualTo("HELD");
    }

    /** Between two pages somebody withdraws and asks again, which takes the former entry away. */
    @Test
    void nobodyIsLeftOutOfThePagesWhenSomebodyAsksAgainMeanwhile() {
        var session = enterprise.session(course, tomorrow(), 5);
        for (var person : List.of("ona", "max", "boss", "ada")) {
            assertThat(answer(enrol(person, session))).isEqualTo("200");
        }
        var first = read(enterprise.get("tom", "/sessions/" + session + "/enrolments?limit=2"));
        assertThat(first.get("items").get(1).get("personId").asString()).isEqualTo("max");

        assertThat(answer(enterprise.post("ona", "/sessions/" + session + "/withdraw", null, NOBODY)))
                .isEqualTo("200");
        assertThat(answer(enrol("ona", session))).isEqualTo("200");

        var second = read(enterprise.get(
                "tom",
                "/sessions/" + session + "/enrolments?limit=3&cursor="
                        + first.get("nextCursor").asString()));
        var people = new ArrayList<String>();
        second.get("items").forEach(one -> people.add(one.get("personId").asString()));
        assertThat(people).containsExactly("boss", "ada", "ona");
    }

    @Test
    void whoCameIsRecordedOnceAndCountsInTheirRecords() {
        var session = enterprise.session(course, tomorrow(), 2);
        for (var person : List.of("ona", "max", "boss")) {
            assertThat(answer(enrol(person, session))).isEqualTo("200");
        }
        var attended = "{\"attended\":[\"ona\"]}";
        assertThat(answer(attendance("mia", session, attended))).isEqualTo("409 session-not-begun");
        clock.letPass(2);
        assertThat(answer(enrol("tom", session))).isEqualTo("409 session-begun");
        assertThat(answer(enterprise.post("ona", "/sessions/" + session + "/withdraw", null, NOBODY)))
                .isEqualTo("409 session-begun");
        assertThat(answer(attendance("ona", session, attended))).isEqualTo("403 not-yours-to-organise");
        assertThat(answer(attendance("mia", session, "{\"attended\":[\"ona\",\"boss\"]}")))
                .isEqualTo("422 attended-without-place");

        assertThat(answer(attendance("mia", session, attended))).isEqualTo("200");
        assertThat(answer(attendance("tom", session, attended))).isEqualTo("409 attendance-recorded-before");

        assertThat(enrolments("tom", session)).containsExactly("ona ATTENDED", "max ABSENT", "boss NOT_PLACED");
        assertThat(own("ona", session)).containsExactly("ATTENDED");
        assertThat(own("boss", session)).containsExactly("NOT_PLACED");
        assertThat(read(enterprise.get("tom", "/sessions/" + session)).hasNonNull("own"))
                .isFalse();
        eventually(() -> assertThat(entries("ona")).contains(course));
        assertThat(entries("max")).doesNotContain(course);
        var record = read(enterprise.get("tom", "/records/ona"));
        assertThat(record.get("minutes").asInt()).isPositive();
        assertThat(record.get("years").get(0).get("forms").get(0).get("form").asString())
                .isEqualTo("INTERNAL");
        assertThat(answer(enterprise.get("max", "/records/ona"))).isEqualTo("404 learning-record-not-found");
        assertThat(answer(enterprise.get("otto", "/records/ona/entries"))).isEqualTo("404 learning-record-not-found");
        var year = clock.today().getYear();
        var hours = read(enterprise.get("max", "/records?limit=100&year=" + year));
        assertThat(hours.get("items").size()).isOne();
        assertThat(read(enterprise.get("tom", "/records?limit=100&year=" + year))
                        .toString())
                .contains("\"ona\"")
                .doesNotContain("\"olga\"")
                .doesNotContain("\"lea\"");
    }

    @Test
    void whoeverIsAtASessionThatGoesOnForDaysHasLearnedByTheDayOnWhichThatIsRecorded(EventProbe probe) {
        var begins = tomorrow();
        var scheduled = enterprise.post(
                "tom",
                "/sessions",
                null,
                Enterprise.session(course, "mia", begins, 2)
                        .replace(
                                begins.plusSeconds(7200).toString(),
                                begins.plus(Duration.ofDays(5)).toString()));
        assertThat(answer(scheduled)).isEqualTo("201");
        var session = read(scheduled).get("id").asString();
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        clock.letPass(2);

        var today = clock.today();
        assertThat(answer(attendance("mia", session, "{\"attended\":[\"ona\"]}")))
                .isEqualTo("200");

        var recorded = data(probe.awaitOne("keshi.training.attendance-recorded.v1", session, PATIENCE));
        assertThat(LocalDate.parse(recorded.get("heldOn").asString())).isBetween(today, clock.today());
    }

    @Test
    void aCourseThatRequiresAnotherIsOpenToThoseWhoLearnedThat() {
        var advanced = enterprise.course(",\"prerequisites\":[\"%s\"]".formatted(course));
        var session = enterprise.session(advanced, inDays(5), 5);
        assertThat(answer(enrol("max", session))).isEqualTo("409 prerequisites-open");

        var basic = enterprise.session(course, tomorrow(), 5);
        assertThat(answer(enrol("max", basic))).isEqualTo("200");
        clock.letPass(2);
        assertThat(answer(attendance("mia", basic, "{\"attended\":[\"max\"]}"))).isEqualTo("200");

        eventually(() -> assertThat(answer(enrol("max", session))).isIn("200", "409 enrolled-before"));
    }

    @Test
    void whatCannotBeHeldOrTakenIsRefusedEachInItsWay() {
        var session = enterprise.session(course, tomorrow(), 2);
        assertThat(answer(schedule("ona", Enterprise.session(course, "mia", tomorrow(), 2))))
                .isEqualTo("403 not-yours-to-schedule");
        assertThat(answer(schedule("tom", Enterprise.session("C-NONE", "mia", tomorrow(), 2))))
                .isEqualTo("422 course-missing");
        assertThat(answer(schedule("tom", Enterprise.session(course, "lea", tomorrow(), 2))))
                .isEqualTo("422 person-has-left");
        assertThat(answer(schedule("tom", Enterprise.session(course, "mia", inDays(-1), 2))))
                .isEqualTo("422 session-starts-in-the-past");
        assertThat(answer(schedule("tom", Enterprise.session(course, "mia", tomorrow(), 0))))
                .startsWith("400");
        assertThat(answer(schedule(
                        "tom",
                        Enterprise.session(course, "mia", tomorrow(), 2)
                                .replace("\"place\"", "\"lecturerName\":\"张三\",\"place\""))))
                .isEqualTo("422 session-lecturer");
        assertThat(answer(enrol("mia", session))).isEqualTo("422 lecturer-enrols");
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        assertThat(answer(enrol("ona", session))).isEqualTo("409 enrolled-before");
        assertThat(answer(enterprise.post("max", "/sessions/" + session + "/withdraw", null, NOBODY)))
                .isEqualTo("409 not-enrolled");
        assertThat(answer(enrol("ona", "none"))).isEqualTo("404 session-not-found");
        assertThat(answer(enrol("lea", session))).isEqualTo("403 caller-has-left");
    }

    @Test
    void aLeaderEnrolsTheOwnPeopleAndNobodySeesWhoElseComes() {
        var session = enterprise.session(course, tomorrow(), 5);

        assertThat(answer(name("tom", session, "ona"))).isEqualTo("200");
        assertThat(answer(name("tom", session, "olga"))).isEqualTo("422 person-missing");
        assertThat(answer(name("ona", session, "max"))).isEqualTo("422 person-missing");
        assertThat(answer(name("hana", session, "olga"))).isEqualTo("200");

        assertThat(enrolments("max", session)).isEmpty();
        assertThat(enrolments("ona", session)).containsExactly("ona ENROLLED");
        assertThat(enrolments("otto", session)).containsExactly("olga ENROLLED");
        assertThat(enrolments("mia", session)).hasSize(2);
        assertThat(enrolments("aud", session)).hasSize(2);
        assertThat(read(enterprise.get("ona", "/sessions?mine=true&course=" + course))
                        .get("items")
                        .size())
                .isOne();
        assertThat(read(enterprise.get("max", "/sessions?mine=true&course=" + course))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void whoOrganisesASessionAndTakesPartIsSaidToHaveComeByAnother() {
        var session = enterprise.session(course, tomorrow(), 5);
        assertThat(answer(enrol("tom", session))).isEqualTo("200");
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        clock.letPass(2);

        for (var came : List.of("{\"attended\":[\"ona\",\"tom\"]}", "{\"attended\":[\"ona\"]}")) {
            assertThat(answer(attendance("tom", session, came))).isEqualTo("403 own-attendance");
        }
        assertThat(enrolments("mia", session)).containsExactly("tom ENROLLED", "ona ENROLLED");
        assertThat(answer(attendance("mia", session, "{\"attended\":[\"ona\",\"tom\"]}")))
                .isEqualTo("200");
    }

    @Test
    void aCancelledSessionTellsEverybodyWhoWouldHaveCome(EventProbe probe) {
        var session = enterprise.session(course, tomorrow(), 1);
        assertThat(answer(enrol("ona", session))).isEqualTo("200");
        assertThat(answer(enrol("max", session))).isEqualTo("200");
        var path = "/sessions/" + session;
        assertThat(answer(enterprise.command("ona", path, "/cancel", "{\"reason\":\"讲师生病\"}")))
                .isEqualTo("403 not-yours-to-organise");
        assertThat(answer(enterprise.post("tom", path + "/cancel", "7", "{\"reason\":\"讲师生病\"}")))
                .startsWith("412");

        assertThat(answer(enterprise.command("tom", path, "/cancel", "{\"reason\":\"讲师生病\"}")))
                .isEqualTo("200");

        var told = probe.awaitOne("keshi.training.session-cancelled.v1", session, PATIENCE);
        assertThat(data(told).get("personIds").toString()).contains("ona", "max");
        assertThat(answer(enrol("boss", session))).isEqualTo("409 session-cancelled");
    }

    private MvcTestResult enrol(String person, String session) {
        return enterprise.post(person, "/sessions/" + session + "/enrol", null, NOBODY);
    }

    /** The service takes on only so much at once; whoever is turned away asks again with the same key. */
    private String insisting(String person, String session) {
        var key = UUID.randomUUID().toString();
        String answer;
        do {
            answer = answer(enterprise.post(person, "/sessions/" + session + "/enrol", null, NOBODY, key));
        } while (answer.equals("503 overloaded"));
        return answer;
    }

    private MvcTestResult name(String caller, String session, String person) {
        return enterprise.post(
                caller, "/sessions/" + session + "/enrol", null, "{\"personId\":\"%s\"}".formatted(person));
    }

    private MvcTestResult schedule(String caller, String body) {
        return enterprise.post(caller, "/sessions", null, body);
    }

    private MvcTestResult attendance(String caller, String session, String body) {
        return enterprise.post(caller, "/sessions/" + session + "/attendance", null, body);
    }

    /** In the own list and by itself. */
    private Set<String> own(String person, String session) {
        var listed = read(enterprise.get(person, "/sessions?mine=true&limit=100"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(session));
        return Stream.concat(listed, Stream.of(read(enterprise.get(person, "/sessions/" + session))))
                .map(one -> one.get("own").asString())
                .collect(Collectors.toSet());
    }

    private List<String> enrolments(String caller, String session) {
        var all = new ArrayList<String>();
        read(enterprise.get(caller, "/sessions/" + session + "/enrolments?limit=100"))
                .get("items")
                .forEach(one -> all.add(
                        one.get("personId").asString() + " " + one.get("status").asString()));
        return all;
    }

    private List<String> entries(String person) {
        var all = new ArrayList<String>();
        read(enterprise.get(person, "/records/" + person + "/entries?limit=100"))
                .get("items")
                .forEach(one -> all.add(one.get("courseCode").asString()));
        return all;
    }

    private Instant tomorrow() {
        return inDays(1);
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }
}
