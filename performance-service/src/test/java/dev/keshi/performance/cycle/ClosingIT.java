package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What happens between the opening of a cycle and the end of its rating: people move and leave, and commands meet. */
@RunningService
class ClosingIT {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 3, 31);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Ratings ratings;

    @Autowired
    private Cycles cycles;

    @Autowired
    private TemplateQueries templates;

    @Autowired
    private OrganisationQueries organisation;

    @Autowired
    private PopulationQueries population;

    @Autowired
    private Interviewers interviewers;

    @Autowired
    private EnterpriseTime time;

    @Autowired
    private MongoTemplate mongo;

    private final String unique = UUID.randomUUID().toString();
    private final String north = "north-" + unique;
    private final String south = "south-" + unique;
    private final String leader = "nora-" + unique;
    private final String otherLeader = "sam-" + unique;
    private final String mover = "mo-" + unique;
    private final String leaver = "lee-" + unique;

    @BeforeEach
    void twoDepartments() {
        enterprise.begin();
        enterprise.department(north, null, leader);
        enterprise.department(south, null, otherLeader);
        enterprise.person(otherLeader, south, null, "2019-01-01");
        enterprise.person(mover, north, null, "2019-01-01");
        enterprise.person(leaver, north, null, "2019-01-01");
    }

    @Test
    void whoeverMovesOrLeavesAfterTheOpeningIsJudgedByTheDaysThatWereThere() {
        var cycle = opened(FIRST, LAST, FIRST);
        give(leader, cycle, mover, 80);
        give(leader, cycle, leaver, 70);
        enterprise.moves(mover, south, "2020-02-16");
        enterprise.leaves(leaver, "2020-03-01");

        assertThat(answer(command(cycle, "close-rating"))).isEqualTo("202");
        Eventually.holds(() -> !asked(otherLeader, cycle, mover).isEmpty());
        awaitStatus(cycle, "RATING");
        assertThat(answer(command(cycle, "close-rating"))).isEqualTo("409 rating-missing");
        give(otherLeader, cycle, mover, 90);
        assertThat(answer(command(cycle, "close-rating"))).isEqualTo("202");
        awaitStatus(cycle, "CALIBRATION");

        // 46 days at 80 and 45 at 90: 7730 / 91 = 84.945..
        var moved = appraisal(cycle, mover);
        assertThat(days(moved)).containsExactly("2020-01-01/2020-02-15", "2020-02-16/2020-03-31");
        assertThat(moved.get("total").asString()).isEqualTo("84.9");
        var left = appraisal(cycle, leaver);
        assertThat(days(left)).containsExactly("2020-01-01/2020-02-29");
        assertThat(left.get("total").asString()).isEqualTo("70.0");
        assertThat(asked(leader, cycle, mover)).hasSize(1);
    }

    @Test
    void aPartThatIsDoneAgainChangesNothing() {
        var cycle = opened(FIRST, LAST, FIRST);
        var id = new CycleId(cycle);
        enterprise.moves(mover, south, "2020-02-16");
        var closing = new Closing(cycles, appraisals, ratings, population, organisation, templates);
        var plan = cycles.find(id).orElseThrow().state();

        var killed = closing.doPart(id, plan, Place.BEGIN);
        var kept = appraisals.next(id, "", 10);

        assertThat(closing.doPart(id, plan, Place.BEGIN)).isEqualTo(killed);
        assertThat(appraisals.next(id, "", 10)).isEqualTo(kept);
        assertThat(kept).extracting(Versioned::version).containsExactlyInAnyOrder(1L, 2L);
        assertThat(asked(otherLeader, cycle, mover)).hasSize(1);
    }

    @Test
    void ratingIsNotClosedBeforeTheLastDayOfThePeriod() {
        var today = time.today();
        var early = opened(today.minusDays(40), today.plusDays(1), today);
        assertThat(answer(command(early, "close-rating"))).isEqualTo("409 period-not-over");

        var onTheLastDay = opened(today.minusDays(40), today, today);
        assertThat(answer(command(onTheLastDay, "close-rating"))).isEqualTo("409 rating-missing");
    }

    @Test
    void peersWhoAreNamedWhileRatingIsClosedAreNotLeftWithARatingThatNobodyTakes() {
        var cycle = opened(FIRST, LAST, FIRST);
        var id = Opening.appraisalId(new CycleId(cycle), mover);
        var service = new AppraisalService(
                appraisals, closingMeanwhile(cycle), cycles, templates, organisation, interviewers, time);

        assertThatExceptionOfType(CycleProblem.NotRating.class)
                .isThrownBy(() -> service.namePeers(id, leader, false, List.of(leaver)));

        assertThat(asked(leaver, cycle, mover))
                .singleElement()
                .satisfies(rating -> assertThat(rating.get("status").asString()).isEqualTo("LAPSED"));
    }

    @Test
    void whatAPausedReplicaAskedOfSuperiorsBehindScoringIsDoneWithoutSoThatGradesArePublished() {
        var cycle = opened(FIRST, LAST, FIRST);
        give(leader, cycle, mover, 80);
        give(leader, cycle, leaver, 70);
        assertThat(answer(command(cycle, "close-rating"))).isEqualTo("202");
        awaitStatus(cycle, "CALIBRATION");
        var open = asksBehindScoring(cycle, mover);
        var lapsed = asksBehindScoring(cycle, leaver);
        var unused = ratings.change(lapsed, CommandContext.of("system:cycle-scoring"), RatingDocument::closed);

        assertThat(answer(command(cycle, "publish"))).isEqualTo("409 rating-missing");
        assertThat(answer(enterprise.post(
                        otherLeader,
                        "/ratings/" + open.value() + "/give",
                        "1",
                        "{\"points\":[{\"indicator\":\"results\",\"points\":80}]}")))
                .isEqualTo("409 rating-closed");
        assertThat(answer(waive(cycle, mover))).isEqualTo("204");
        assertThat(answer(command(cycle, "publish"))).isEqualTo("409 rating-missing");
        assertThat(answer(waive(cycle, leaver))).isEqualTo("204");
        assertThat(answer(waive(cycle, leaver))).isEqualTo("409 nothing-to-waive");
        assertThat(answer(command(cycle, "publish"))).isEqualTo("202");
        awaitStatus(cycle, "PUBLISHED");

        var published = appraisal(cycle, mover);
        assertThat(published.get("total").asString()).isEqualTo("80.0");
        assertThat(published.get("waivers").get(0).get("reason").asString()).isEqualTo("计分后才提出");
        assertThat(answer(waive(cycle, mover))).isEqualTo("409 cycle-not-rating");
    }

    /** The first of the two writes of a replica that was paused before it: the position that it is of never comes to stand in the appraisal. */
    private RatingId asksBehindScoring(String cycle, String person) {
        var appraisal = Opening.appraisalId(new CycleId(cycle), person);
        var template = appraisals
                .find(appraisal)
                .orElseThrow()
                .state()
                .stays()
                .getFirst()
                .templateId();
        var id = Opening.ratingId(appraisal, 1, RaterKind.SUPERIOR, otherLeader);
        var asked =
                RatingDocument.asked(cycle, appraisal.value(), 1, template, person, otherLeader, RaterKind.SUPERIOR);
        ratings.createMissing(
                CommandContext.of("system:cycle-closing"),
                List.of(new NewAggregate<>(id.value(), new Change<>(asked, List.of()))));
        return id;
    }

    private MvcTestResult waive(String cycle, String person) {
        var path =
                "/appraisals/" + Opening.appraisalId(new CycleId(cycle), person).value();
        return enterprise.post("hana", path + "/waive-superior", null, "{\"reason\":\"计分后才提出\"}");
    }

    /** Rating is over, and all of the appraisal scored, just before the first rating is made. */
    private Ratings closingMeanwhile(String cycle) {
        return (Ratings) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Ratings.class}, (_, method, arguments) -> {
                    if (method.getName().equals("createMissing")) {
                        mongo.getCollection("cycles")
                                .updateOne(
                                        new Document("_id", cycle),
                                        new Document("$set", new Document("state.status", "CALIBRATION")));
                    }
                    try {
                        return method.invoke(ratings, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Test
    void ofTwoWhoOpenACycleAtTheSameMomentOneDoes() throws Exception {
        var cycle = planned(FIRST, LAST, FIRST);
        var path = "/cycles/" + cycle;
        var revision = enterprise.revision("hana", path);
        var together = new CyclicBarrier(2);
        Callable<String> open = () -> {
            together.await();
            return answer(enterprise.post("hana", path + "/open", revision, ""));
        };

        var answers = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var one : both.invokeAll(List.of(open, open))) {
                answers.add(one.get());
            }
        }

        assertThat(answers)
                .containsOnlyOnce("202")
                .filteredOn(one -> !one.equals("202"))
                .hasSize(1);
        assertThat(answers).filteredOn(one -> !one.equals("202")).allMatch(one -> one.matches("4(09|12) .*"));
        awaitStatus(cycle, "RATING");
        assertThat(mongo.getCollection("appraisals").countDocuments(new Document("state.cycleId", cycle)))
                .isEqualTo(2);
        assertThat(mongo.getCollection("ratings").countDocuments(new Document("state.cycleId", cycle)))
                .isEqualTo(4);
    }

    private String opened(LocalDate first, LocalDate last, LocalDate populationOn) {
        var cycle = planned(first, last, populationOn);
        assertThat(answer(command(cycle, "open"))).isEqualTo("202");
        awaitStatus(cycle, "RATING");
        return cycle;
    }

    private String planned(LocalDate first, LocalDate last, LocalDate populationOn) {
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"第一季度","kind":"QUARTERLY","extent":"COMPREHENSIVE","firstDay":"%s","lastDay":"%s",
             "populationOn":"%s","departmentId":"%s","minimumDays":5}
            """.formatted(first, last, populationOn, north));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        return read(planned).get("id").asString();
    }

    private MvcTestResult command(String cycle, String verb) {
        var path = "/cycles/" + cycle;
        return enterprise.post("hana", path + "/" + verb, enterprise.revision("hana", path), "");
    }

    private void awaitStatus(String cycle, String status) {
        Eventually.holds(() -> read(enterprise.get("hana", API + "/cycles/" + cycle))
                .get("status")
                .asString()
                .equals(status));
    }

    private JsonNode appraisal(String cycle, String person) {
        return read(enterprise.get(
                "hana",
                API + "/appraisals/"
                        + Opening.appraisalId(new CycleId(cycle), person).value()));
    }

    private static List<String> days(JsonNode appraisal) {
        return appraisal
                .get("stays")
                .valueStream()
                .map(one -> one.get("firstDay").asString() + "/"
                        + one.get("lastDay").asString())
                .toList();
    }

    /** What this person is asked about that one. */
    private List<JsonNode> asked(String rater, String cycle, String subject) {
        return read(enterprise.get(rater, API + "/ratings?limit=100"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle))
                .filter(one -> one.get("subjectId").asString().equals(subject))
                .toList();
    }

    private void give(String rater, String cycle, String subject, int points) {
        var rating = asked(rater, cycle, subject).getFirst();
        var sheet = rating.get("indicators")
                .valueStream()
                .map(one -> "{\"indicator\":\"%s\",\"points\":%d}"
                        .formatted(one.get("code").asString(), points))
                .toList();
        var given = enterprise.post(
                rater,
                "/ratings/" + rating.get("id").asString() + "/give",
                "1",
                "{\"points\":[" + String.join(",", sheet) + "]}");
        assertThat(status(given)).as(body(given)).isEqualTo(200);
    }
}
