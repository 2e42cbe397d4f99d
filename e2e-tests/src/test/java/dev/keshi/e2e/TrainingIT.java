package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Courses, sessions, what has to be learned and what it brought, in the demo enterprise, through the gateway. */
@OnThePlatform
class TrainingIT {

    private static final String API = "/api/training/v1";
    private static final String PEOPLE = "/api/org/v1/people";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Caller employee;
    private final Caller manager;
    private final Caller personnel;
    private final Caller auditor;
    private final Caller stranger;
    private final JsonNode me;
    private final String unique = UUID.randomUUID().toString();

    TrainingIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        personnel = keshi.person(Part.HR);
        auditor = keshi.person(Part.AUDITOR);
        stranger = keshi.person(Part.BUSY_EMPLOYEE);
        me = employee.get(PEOPLE + "/me").expect(200).json().path("person");
    }

    @Scenario("T2")
    void theCatalogueIsKeptByPersonnelAndNoCourseRequiresItself() {
        String basic = course(body());
        ObjectNode more = body();
        more.putArray("prerequisites").add(basic);
        String advanced = course(more);

        ObjectNode circle = content();
        circle.putArray("prerequisites").add(advanced);
        String path = API + "/courses/" + basic;
        Answer refused = personnel.post(
                path + "/revise", circle, "If-Match", personnel.get(path).etag());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("course-requires-itself");
        assertThat(code(personnel.post(
                        path + "/retire",
                        body(),
                        "If-Match",
                        personnel.get(path).etag())))
                .isEqualTo("course-required-by-others");
        assertThat(employee.post(API + "/courses", content().put("code", "C-MINE"))
                        .status())
                .isEqualTo(403);
        assertThat(Pages.items(employee, API + "/courses?limit=100&subject=INDUCTION"))
                .extracting(course -> course.path("code").asString())
                .contains("INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES");
    }

    @Scenario("T3")
    void whoeverWaitsMovesUpWhenAPlaceIsGivenBack() {
        String session = session(course(body()), Duration.ofDays(3), Duration.ofHours(1), 1);
        String path = API + "/sessions/" + session;
        employee.post(path + "/enrol", body()).expect(200);
        assertThat(code(employee.post(path + "/enrol", body()))).isEqualTo("enrolled-before");
        JsonNode full = stranger.post(path + "/enrol", body()).expect(200).json();
        assertThat(full.path("enrolled").asInt()).isOne();
        assertThat(full.path("waiting").asInt()).isOne();
        assertThat(Pages.items(stranger, path + "/enrolments?limit=100"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("status").asString()).isEqualTo("WAITING"))
                .satisfies(one -> assertThat(one.path("personName").asString()).isNotBlank());

        employee.post(path + "/withdraw", body()).expect(200);

        assertThat(Pages.items(stranger, path + "/enrolments?limit=100"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("status").asString()).isEqualTo("ENROLLED"));
        assertThat(code(employee.post(
                        path + "/cancel",
                        body().put("reason", "不想去"),
                        "If-Match",
                        employee.get(path).etag())))
                .isEqualTo("not-yours-to-organise");
        Eventually.holds(() -> archived(session).contains("keshi.training.enrolment-moved-up.v1"));
    }

    @Scenario({"T2", "T3", "T9"})
    void whoeverIsSentToATrainingBodyOrAnotherDepartmentHasTheHoursInTheRecord() {
        var sent = Map.of("EXTERNAL", 960, "EXCHANGE", 480);
        var before = new HashMap<String, Integer>();
        var courses = new HashMap<String, String>();
        for (String form : sent.keySet()) {
            before.put(form, minutes(form));
            courses.put(form, course(body().put("form", form).put("minutes", sent.get(form))));
            assertThat(Pages.items(employee, API + "/courses?limit=100&form=" + form))
                    .extracting(course -> course.path("code").asString())
                    .contains(courses.get(form));
        }

        courses.values().forEach(this::sentAndCame);

        for (String form : sent.keySet()) {
            Eventually.holds(() -> minutes(form) == before.get(form) + sent.get(form));
            assertThat(Pages.items(employee, API + "/records/" + Leave.id(me) + "/entries?limit=100"))
                    .filteredOn(entry -> entry.path("courseCode").asString().equals(courses.get(form)))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.path("form").asString()).isEqualTo(form);
                        assertThat(entry.path("minutes").asInt()).isEqualTo(sent.get(form));
                    });
        }
    }

    /** The manager names whoever goes (选派). */
    private void sentAndCame(String course) {
        String path = API + "/sessions/" + session(course, Duration.ofSeconds(10), Duration.ofMinutes(1), 5);
        manager.post(path + "/enrol", body().put("personId", Leave.id(me))).expect(200);
        ObjectNode came = body();
        came.putArray("attended").add(Leave.id(me));
        Eventually.holds(() -> manager.post(path + "/attendance", came).status() == 200);
    }

    /** Of all years. */
    private int minutes(String form) {
        return manager.get(API + "/records/" + Leave.id(me))
                .expect(200)
                .json()
                .path("years")
                .valueStream()
                .flatMap(year -> year.path("forms").valueStream())
                .filter(one -> one.path("form").asString().equals(form))
                .mapToInt(one -> one.path("minutes").asInt())
                .sum();
    }

    @Scenario("T4")
    void whoeverIsHiredAndMovedIsGivenTheInductionPathOfThePosition() {
        String first = position("a");
        String second = position("b");
        String ofFirst = course(body().set("inductionOf", names("a")));
        String ofSecond = course(body().set("inductionOf", names("b")));
        JsonNode hired = personnel
                .post(
                        PEOPLE,
                        body().put("employeeNumber", "t-" + unique.substring(0, 20))
                                .put("name", "新员工")
                                .put("departmentId", me.path("departmentId").asString())
                                .put("positionId", first))
                .expect(201)
                .json()
                .path("person");
        String person = Leave.id(hired);

        Eventually.holds(() -> assigned(person)
                .containsAll(List.of("INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES", ofFirst)));
        assertThat(assigned(person)).doesNotContain(ofSecond).doesNotHaveDuplicates();
        String path = PEOPLE + "/" + person;
        personnel
                .post(
                        path + "/transfer",
                        body().put("departmentId", me.path("departmentId").asString())
                                .put("positionId", second),
                        "If-Match",
                        personnel.get(path).etag())
                .expect(200);

        Eventually.holds(() -> assigned(person).contains(ofSecond));
        assertThat(assigned(person)).doesNotHaveDuplicates();
    }

    @Scenario({"T7", "Z4", "T9"})
    void aWeakIndicatorAssignsACourseOnceAndTheSameIndicatorAfterwardsShowsWhatItBrought() {
        String indicator = "i-" + unique.substring(0, 30);
        String course = course(
                body().set("indicators", JsonMapper.shared().createArrayNode().add(indicator)));
        var appraisals = new PublishedAppraisals(personnel, employee, manager, me);
        String template = appraisals.template(indicator);
        String person = Leave.id(me);

        appraisals.published(template, 30, 40);
        Eventually.holds(() -> assigned(person).contains(course));
        JsonNode assignment = assignment(person, course);
        assertThat(assignment.hasNonNull("before")).isFalse();
        assertThat(assignment.path("personName").asString()).isNotBlank();
        assertThat(assignment.path("indicator").asString()).isEqualTo(indicator);
        String path = API + "/assignments/" + Leave.id(assignment);
        assertThat(employee.get(path).expect(200).json().path("before").asDouble())
                .isEqualTo(40.0);
        assertThat(stranger.get(path).status()).isEqualTo(404);

        attended(course);
        Eventually.holds(
                () -> employee.get(path).json().path("status").asString().equals("COMPLETED"));
        JsonNode record = manager.get(API + "/records/" + person).expect(200).json();
        assertThat(record.path("minutes").asInt()).isGreaterThanOrEqualTo(120);
        assertThat(Pages.items(employee, API + "/records/" + person + "/entries?limit=100"))
                .anySatisfy(
                        entry -> assertThat(entry.path("courseCode").asString()).isEqualTo(course));
        assertThat(stranger.get(API + "/records/" + person).status()).isEqualTo(404);

        // The month up to today is mostly work before the course.
        appraisals.published(template, 30, 70);
        appraisals.published(template, 1, 85);
        Eventually.holds(() -> employee.get(path).json().path("after").asDouble(-1) == 85.0);
        JsonNode seenByManager = manager.get(path).expect(200).json();
        assertThat(seenByManager.hasNonNull("after")).isFalse();
        assertThat(seenByManager.path("improved").asBoolean()).isTrue();
        assertThat(assigned(person)).containsOnlyOnce(course);
        Eventually.eventually(() -> assertThat(archived(Leave.id(assignment)))
                .containsExactlyInAnyOrder(
                        "keshi.training.course-assigned.v1",
                        "keshi.training.assignment-completed.v1",
                        "keshi.training.effect-measured.v1"));
    }

    /** The session begins in a moment; before, nobody can have come. It is short: what is taken counts on the day on which it ends. */
    private void attended(String course) {
        String path = API + "/sessions/" + session(course, Duration.ofSeconds(10), Duration.ofMinutes(1), 5);
        employee.post(path + "/enrol", body()).expect(200);
        ObjectNode came = body();
        came.putArray("attended").add(Leave.id(me));
        Eventually.holds(() -> manager.post(path + "/attendance", came).status() == 200);
    }

    private JsonNode assignment(String person, String course) {
        return Pages.items(personnel, API + "/assignments?limit=100&personId=" + person).stream()
                .filter(one -> one.path("courseCode").asString().equals(course))
                .findFirst()
                .orElseThrow();
    }

    private List<String> assigned(String person) {
        return Pages.items(personnel, API + "/assignments?limit=100&personId=" + person).stream()
                .map(one -> one.path("courseCode").asString())
                .toList();
    }

    private List<String> archived(String key) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private String session(String course, Duration ahead, Duration length, int capacity) {
        Instant start = Instant.now().plus(ahead);
        return Leave.id(manager.post(
                        API + "/sessions",
                        body().put("courseCode", course)
                                .put("lecturerName", "外聘讲师")
                                .put("place", "三楼培训室")
                                .put("startsAt", start.toString())
                                .put("endsAt", start.plus(length).toString())
                                .put("capacity", capacity))
                .expect(201)
                .json());
    }

    /** Under a code of its own. */
    private String course(ObjectNode more) {
        String code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        ObjectNode course = content().put("code", code);
        course.setAll(more);
        personnel.post(API + "/courses", course).expect(201);
        return code;
    }

    private static ObjectNode content() {
        return body().put("name", "数据分析软件")
                .put("form", "INTERNAL")
                .put("subject", "TOOLS")
                .put("minutes", 120);
    }

    private String position(String which) {
        return Leave.id(personnel
                .post("/api/org/v1/positions", body().put("code", code(which)).put("title", "培训试点岗位"))
                .expect(201)
                .json());
    }

    private JsonNode names(String which) {
        return JsonMapper.shared().createArrayNode().add(code(which));
    }

    private String code(String which) {
        return "T-" + which + "-" + unique.substring(0, 20);
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
