package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.EnterpriseClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a course has changed in somebody's work is said by the superior, weeks later; the clock of the running platform goes that far. */
@OnThePlatform
@Order(Integer.MAX_VALUE)
class BehaviourRatingIT {

    private static final String API = "/api/training/v1";
    private static final String RATINGS = API + "/behaviour-ratings";
    private static final String OBLIGATIONS = "/api/notification/v1/obligations?kind=BEHAVIOUR_RATING&limit=100";
    private static final int WEEKS = 8;
    private static final String NOTE = "对账差错明显减少";

    private final Caller employee;
    private final Caller manager;
    private final Caller deputy;
    private final Caller personnel;
    private final Caller auditor;
    private final EnterpriseClock clock;

    BehaviourRatingIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        deputy = keshi.person(Part.DEPUTY);
        personnel = keshi.person(Part.HR);
        auditor = keshi.person(Part.AUDITOR);
        clock = keshi.platform().clock();
    }

    @Scenario({"T6", "T9", "Z16"})
    void eightWeeksAfterACourseTheSuperiorSaysOnceWhatItHasChanged() {
        String rated = learned();
        String forgotten = learned();
        String followUp = followUp(rated);
        String lapsing = followUp(forgotten);
        // Neither who is to rate it later nor anybody else, before it is asked.
        assertThat(List.of(
                        refusal(manager, followUp, 4), refusal(employee, followUp, 4), refusal(personnel, followUp, 4)))
                .containsOnly("404 follow-up-not-found");
        assertThat(waiting(manager, rated)).isEmpty();

        // A day more, in case midnight came while it was learned.
        clock.forwardTo(clock.today().plusWeeks(WEEKS).plusDays(1));

        eventually(() -> assertThat(waiting(manager, rated)).hasSize(1));
        eventually(() -> assertThat(waiting(manager, forgotten)).hasSize(1));
        JsonNode asked = asked(followUp);
        assertThat(asked.path("personId").asString()).isEqualTo(People.idOf(employee));
        JsonNode duty = waiting(manager, rated).getFirst();
        assertThat(duty.path("dueOn").asString()).isEqualTo(asked.path("dueOn").asString());
        assertThat(duty.path("overdue").asBoolean()).isFalse();
        for (Caller other : List.of(employee, deputy, personnel)) {
            assertThat(waiting(other, rated)).isEmpty();
            assertThat(refusal(other, followUp, 4)).isEqualTo("404 follow-up-not-found");
        }
        assertThat(refusal(manager, followUp, 0)).startsWith("400 ");
        assertThat(refusal(manager, followUp, 6)).startsWith("400 ");

        rate(manager, followUp, 4).expect(204);

        assertThat(refusal(manager, followUp, 5)).isEqualTo("409 behaviour-rated-before");
        eventually(() -> assertThat(waiting(manager, rated)).isEmpty());
        assertThat(waiting(manager, forgotten)).hasSize(1);
        for (Caller reader : List.of(manager, personnel)) {
            assertThat(behaviour(reader, rated)).isEqualTo("1 asked, 1 rated: ");
            assertThat(behaviour(reader, forgotten)).isEqualTo("1 asked, 0 rated: ");
        }
        assertThat(code(employee.get(API + "/courses/" + rated + "/evaluation")))
                .isEqualTo("evaluation-not-yours");
        assertThat(Pages.items(employee, API + "/records/" + People.idOf(employee) + "/entries?limit=100"))
                .extracting(entry -> entry.path("courseCode").asString())
                .contains(rated, forgotten);

        clock.forwardTo(LocalDate.parse(asked.path("dueOn").asString()).plusDays(2));

        eventually(() -> assertThat(waiting(manager, forgotten)).isEmpty());
        assertThat(refusal(manager, lapsing, 4)).isEqualTo("409 behaviour-not-asked");
        assertThat(behaviour(personnel, forgotten)).isEqualTo("1 asked, 0 rated: ");
        eventually(() -> assertThat(told(followUp)).contains("behaviour-rating-due", "behaviour-rated"));
        eventually(() -> assertThat(told(lapsing)).contains("behaviour-rating-due", "behaviour-rating-lapsed"));
        assertThat(told(followUp)).doesNotContain("behaviour-rating-lapsed", "\"points\"", NOTE);
    }

    /** @return the code of a course that the employee has learned just now */
    private String learned() {
        String course = OnlineCourse.publishedBy(personnel);
        assertThat(OnlineCourse.takenBy(employee, course, OnlineCourse.QUESTIONS)
                        .path("status")
                        .asString())
                .isEqualTo("PASSED");
        return course;
    }

    /** By what the employee is asked right after the course: the superior's question goes by the same id. */
    private String followUp(String course) {
        eventually(() -> assertThat(ofCourse(course)).hasSize(1));
        return Leave.id(ofCourse(course).getFirst());
    }

    private List<JsonNode> ofCourse(String course) {
        return Pages.items(employee, API + "/reactions?limit=100").stream()
                .filter(one -> one.path("courseCode").asString().equals(course))
                .toList();
    }

    private JsonNode asked(String followUp) {
        return Pages.items(manager, RATINGS + "?limit=100").stream()
                .filter(one -> Leave.id(one).equals(followUp))
                .findFirst()
                .orElseThrow();
    }

    /** What somebody has to rate of a course, in the list of all that has to be done. */
    private static List<JsonNode> waiting(Caller person, String course) {
        return Pages.items(person, OBLIGATIONS).stream()
                .filter(one -> one.path("target").path("parentId").asString("").equals(course))
                .toList();
    }

    private static String behaviour(Caller reader, String course) {
        JsonNode level = reader.get(API + "/courses/" + course + "/evaluation")
                .expect(200)
                .json()
                .path("behaviour");
        return "%d asked, %d rated: %s"
                .formatted(
                        level.path("asked").asInt(),
                        level.path("rated").asInt(),
                        level.path("points").asString(""));
    }

    private static Answer rate(Caller rater, String followUp, int points) {
        return rater.post(RATINGS + "/" + followUp, body().put("points", points).put("note", NOTE));
    }

    private static String refusal(Caller rater, String followUp, int points) {
        Answer refused = rate(rater, followUp, points);
        return refused.status() + " " + code(refused);
    }

    /** All that the archive has of it, as auditors read it. */
    private String told(String followUp) {
        return Pages.items(auditor, "/api/reporting/v1/events?limit=100&key=" + followUp)
                .toString();
    }

    private static String code(Answer refusal) {
        return refusal.json().path("code").asString();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
