package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static dev.keshi.e2e.TeamAtWork.today;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What grades follow from is thrown away and made anew from the archive, twice: the same grades come of it, by the same events. */
@OnThePlatform
class GradesMadeAnewIT {

    private static final String API = "/api/performance/v1";
    private static final String PERFORMANCE = Service.PERFORMANCE.route();
    private static final int REBUILDS = 2;

    private final Keshi keshi;
    private final Caller personnel;
    private final TeamAtWork team;
    private final ThreePeers peers;
    private final ReadModels models;

    /** Of every cycle here, also when midnight comes. */
    private final LocalDate last = today();

    GradesMadeAnewIT(Keshi keshi) {
        this.keshi = keshi;
        personnel = keshi.person(Part.HR);
        team = new TeamAtWork(keshi);
        peers = new ThreePeers(keshi, team);
        models = new ReadModels(keshi.administrator());
    }

    @Scenario({"Z2", "P6", "P7", "D1", "X2"})
    void eachOfTwoRebuildsLeadsToTheSameGradesByTheSameEventsAndThePublishedOnesStand() {
        List<String> events = somethingIsDoneInTimeAndLateAndLearned();
        String template = template();
        String published = published(template);
        Map<String, String> grades = grades(published);
        assertThat(grades.get(Leave.id(team.me))).contains("\"grade\"").contains(events);
        JsonNode told = Appraisals.find(personnel, appraisal(published));
        ThreePeers.areOneIn(Appraisals.explanation(personnel, Leave.id(told)));

        for (int rebuild = 1; rebuild <= REBUILDS; rebuild++) {
            everythingIsMadeAnew();

            assertThat(grades(published(template)))
                    .as("after rebuild %d", rebuild)
                    .isEqualTo(grades);
            assertThat(grades(published))
                    .as("published before rebuild %d", rebuild)
                    .isEqualTo(grades);
            assertThat(Appraisals.find(personnel, Leave.id(told))).isEqualTo(told);
        }
    }

    /** @return the ids of the events that told it */
    private List<String> somethingIsDoneInTimeAndLateAndLearned() {
        String inTime = "月末对账 " + UUID.randomUUID();
        String late = "月末盘点 " + UUID.randomUUID();
        long learned = learned();
        var items = List.of(team.done(inTime, last), team.done(late, last.minusDays(1)));
        OnlineCourse.takenBy(team.employee, OnlineCourse.publishedBy(personnel), OnlineCourse.QUESTIONS);
        eventually(() -> assertThat(learned()).isGreaterThan(learned));
        eventually(() -> assertThat(team.evidence(last, inTime)).hasSize(1));
        return items.stream().map(this::completion).toList();
    }

    /** That it became late may be what is known first. */
    private String completion(JsonNode item) {
        eventually(() -> assertThat(team.told(item, "work-item-completed")).hasSize(1));
        String completed =
                team.told(item, "work-item-completed").getFirst().path("id").asString();
        String evidence = API + "/indicators/task-volume/evidence?limit=100&on=" + last;
        eventually(() -> assertThat(Pages.items(team.employee, evidence))
                .extracting(one -> one.path("eventId").asString())
                .contains(completed));
        return completed;
    }

    private long learned() {
        return team.employee
                .get(API + "/indicators/courses-learned/value?on=" + last)
                .expect(200)
                .json()
                .path("events")
                .asLong();
    }

    /** By events, each of which changes what comes out, and by what people say. @return its code */
    private String template() {
        String code = "measured-" + UUID.randomUUID();
        ObjectNode template = body().put("code", code).put("name", "量化考核");
        template.putArray("positions");
        var indicators = template.putArray("indicators");
        indicators
                .addObject()
                .put("code", "teamwork")
                .put("family", "ATTITUDE")
                .put("weight", 40)
                .put("name", "团队协作")
                .put("standard", "配合他人");
        Map.of("tasks-on-time", 100, "task-volume", 1000, "courses-learned", 100)
                .forEach((indicator, full) -> indicators
                        .addObject()
                        .put("code", indicator)
                        .put("family", "RESULT")
                        .put("weight", 20)
                        .put("source", "EVENTS")
                        .put("name", indicator)
                        .put("standard", "按事件计算")
                        .putObject("scale")
                        .put("zeroAt", 0)
                        .put("fullAt", full));
        JsonNode drafted =
                personnel.post(API + "/templates", template).expect(201).json();
        String path = API + "/templates/" + Leave.id(drafted);
        personnel
                .post(
                        path + "/release",
                        body(),
                        "If-Match",
                        personnel.get(path).expect(200).etag())
                .expect(200);
        return code;
    }

    /** Of the month up to the same day, by what is known now; the employee is rated from three sides. @return the id of the cycle */
    private String published(String template) {
        String cycle = new PublishedAppraisals(personnel, team.employee, team.manager, team.me)
                .opened(template, last.minusDays(29), last);
        Appraisals.rate(team.employee, cycle, Leave.id(team.me), "SELF", 80);
        Appraisals.rate(team.manager, cycle, Leave.id(team.me), "SUPERIOR", 94);
        peers.areHeard(cycle, appraisal(cycle));
        var unused = Appraisals.closeRatingWithoutTheRest(personnel, cycle, "本次仅考核一人");
        Appraisals.publish(personnel, cycle);
        whatFollowsIsKnown(cycle);
        return cycle;
    }

    /** Of the employee. */
    private String appraisal(String cycle) {
        return Appraisals.idOf(personnel, cycle, Leave.id(team.me));
    }

    /** Whose work on time was weak has to take a course, and that is a fact, too: it would come while facts are made anew. */
    private void whatFollowsIsKnown(String cycle) {
        var published = Appraisals.all(personnel, cycle).stream()
                .filter(one -> one.hasNonNull("grade"))
                .map(Leave::id)
                .toList();
        assertThat(published).contains(appraisal(cycle));
        FollowedAppraisals.areHeardOf(keshi, published);
    }

    /** What came out for everybody of the department and where it came from; of which cycle it is aside. */
    private Map<String, String> grades(String cycle) {
        var grades = new TreeMap<String, String>();
        for (JsonNode one : Appraisals.all(personnel, cycle)) {
            var said = ((ObjectNode) one).deepCopy();
            said.remove(List.of("id", "cycleId"));
            JsonNode explanation = Appraisals.explanation(personnel, Leave.id(one));
            grades.put(
                    one.path("personId").asString(),
                    PublishedAppraisals.ofAnyCycle(said) + "\n" + PublishedAppraisals.ofAnyCycle(explanation));
        }
        return grades;
    }

    /** What people did, and who worked where. */
    private void everythingIsMadeAnew() {
        var followed = models.of(PERFORMANCE).stream()
                .filter(model -> model.equals("facts") || model.startsWith("population/"))
                .toList();
        assertThat(followed).contains("facts", "population/employments");
        try (var store = new LostStore(keshi.mongodb(), Service.PERFORMANCE)) {
            followed.forEach(model -> store.empty(ReadModels.collection(model)));
            models.rebuilt(PERFORMANCE, followed)
                    .forEach((model, result) -> assertThat(result.path("mended").asInt())
                            .as("%s: %s", model, result)
                            .isPositive()
                            .isEqualTo(result.path("documents").asInt()));
            assertThat(store.parked()).isEmpty();
        }
    }
}
