package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Courses and decisions become evidence of whoever took or made them, across services, through the gateway. */
@OnThePlatform
class EvidenceIT {

    private static final String INDICATORS = "/api/performance/v1/indicators/";
    private static final String TRAINING = "/api/training/v1";

    private final Caller personnel;
    private final Caller auditor;
    private final TeamAtWork team;

    EvidenceIT(Keshi keshi) {
        personnel = keshi.person(Part.HR);
        auditor = keshi.person(Part.AUDITOR);
        team = new TeamAtWork(keshi);
    }

    @Scenario({"Z1", "P4", "T3", "W2"})
    void aCourseThatIsTakenAndADecisionMoveIndicatorsWhichNameTheirEvents() {
        long inTime = events(team.employee, "training-on-time");
        long learned = events(team.employee, "courses-learned");
        long decided = events(team.manager, "approvals-in-time");

        String course = course();
        String assignment = Leave.id(team.manager
                .post(
                        TRAINING + "/assignments",
                        body().put("personId", Leave.id(team.me))
                                .put("courseCode", course)
                                .put("dueOn", today().plusDays(30).toString()))
                .expect(201)
                .json());
        String session = attended(course);
        JsonNode request = Leave.askFor(team.employee, 1);
        Leave.approve(team.manager, request);

        eventually(() -> assertThat(events(team.employee, "training-on-time")).isGreaterThan(inTime));
        eventually(() -> assertThat(events(team.employee, "courses-learned")).isGreaterThan(learned));
        eventually(() -> assertThat(events(team.manager, "approvals-in-time")).isGreaterThan(decided));
        assertThat(evidence(team.employee, "training-on-time"))
                .filteredOn(one -> one.path("subject").asString().equals(course))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("eventId").asString()).isEqualTo(told(assignment, "assignment-completed"));
                    assertThat(one.path("sinceEventId").asString()).isEqualTo(told(assignment, "course-assigned"));
                    assertThat(one.path("amount").asInt()).isEqualTo(100);
                });
        assertThat(evidence(team.employee, "courses-learned"))
                .extracting(one -> one.path("eventId").asString())
                .contains(told(session, "attendance-recorded"));
        assertThat(evidence(team.manager, "approvals-in-time"))
                .filteredOn(one -> one.path("subject")
                        .asString()
                        .equals(request.path("number").asString()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("eventId").asString()).isEqualTo(told(Leave.id(request), "task-decided"));
                    assertThat(one.path("amount").asInt()).isEqualTo(100);
                });
    }

    /** How many events say something of the present value. */
    private static long events(Caller person, String indicator) {
        return person.get(INDICATORS + indicator + "/value?on=" + today())
                .expect(200)
                .json()
                .path("events")
                .asLong();
    }

    private static List<JsonNode> evidence(Caller person, String indicator) {
        return Pages.items(person, INDICATORS + indicator + "/evidence?limit=100&on=" + today());
    }

    /** The id of the one event of that type that the archive has of it. */
    private String told(String key, String type) {
        var ids = new ArrayList<String>();
        eventually(() -> {
            ids.clear();
            auditor.get("/api/reporting/v1/events?limit=100&key=" + key)
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> one.path("type").asString().endsWith("." + type + ".v1"))
                    .forEach(one -> ids.add(one.path("id").asString()));
            assertThat(ids).hasSize(1);
        });
        return ids.getFirst();
    }

    private String course() {
        String code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        personnel
                .post(
                        TRAINING + "/courses",
                        body().put("code", code)
                                .put("name", "数据分析软件")
                                .put("form", "INTERNAL")
                                .put("subject", "TOOLS")
                                .put("minutes", 120))
                .expect(201);
        return code;
    }

    /** The session begins in a moment; before, nobody can have come. It is short: what is taken counts on the day on which it ends. */
    private String attended(String course) {
        Instant start = Instant.now().plus(Duration.ofSeconds(10));
        String session = Leave.id(team.manager
                .post(
                        TRAINING + "/sessions",
                        body().put("courseCode", course)
                                .put("lecturerName", "外聘讲师")
                                .put("place", "三楼培训室")
                                .put("startsAt", start.toString())
                                .put("endsAt", start.plusSeconds(60).toString())
                                .put("capacity", 5))
                .expect(201)
                .json());
        String path = TRAINING + "/sessions/" + session;
        team.employee.post(path + "/enrol", body()).expect(200);
        ObjectNode came = body();
        came.putArray("attended").add(Leave.id(team.me));
        Eventually.holds(() -> team.manager.post(path + "/attendance", came).status() == 200);
        return session;
    }
}
