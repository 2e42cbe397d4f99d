package dev.keshi.performance.cycle;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.body;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.performance.Enterprise.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who is reminded to rate, once, whatever dies on the way and however many look at the same moment. */
@RunningService
class RatingRemindersIT {

    /** More than are gone through at a time. */
    private static final int PEOPLE = RatingReminding.APPRAISALS_AT_ONCE + 60;

    private static final LocalDate ENDS = LocalDate.of(2021, 1, 15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Ratings ratings;

    @Autowired
    private MongoRatingReminders reminders;

    @Autowired
    private PopulationQueries population;

    @Autowired
    private OrganisationQueries organisation;

    @Autowired
    private TemplateQueries templates;

    @Autowired
    private EnterpriseTime time;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        if (!enterprise.knows("ward")) {
            enterprise.department("ward", null, "boss");
            for (int i = 0; i < PEOPLE; i++) {
                enterprise.person("nurse-" + i, "ward", null, "2019-01-01");
            }
            enterprise.department("loft", null, "lou");
            for (var person : List.of("lou", "liv", "lux")) {
                enterprise.person(person, "loft", null, "2019-01-01");
            }
        }
    }

    @Test
    void whatOneBeganAnotherEndsAndEachIsRemindedOnce(EventProbe probe) {
        var cycle = rating();
        var first = appraisals.next(cycle, "", 1).getFirst();
        asksAPeer(cycle, first.id(), "petra");

        sweep(on(ENDS.minusDays(2)));
        assertThat(reminded(cycle)).isZero();

        var place = on(ENDS.minusDays(1)).doPart("");
        assertThat(place).startsWith(cycle.value() + "/");
        // It died here: of all nurses the first part is reminded, and whoever leads them.
        assertThat(reminded(cycle)).isEqualTo(RatingReminding.APPRAISALS_AT_ONCE + 1);
        assertThat(isMarked(cycle)).isFalse();

        sweep(on(ENDS));
        sweep(on(ENDS));

        assertThat(reminded(cycle)).isEqualTo(PEOPLE + 1);
        assertThat(mongo.getCollection("rating_reminders")
                        .countDocuments(of(cycle).append("version", 1L).append("sequence", 1L)))
                .isEqualTo(PEOPLE + 1);
        assertThat(mongo.getCollection("rating_reminders")
                        .countDocuments(of(cycle).append("state.personId", "boss")))
                .isOne();
        assertThat(mongo.getCollection("rating_reminders")
                        .countDocuments(of(cycle).append("state.personId", "petra")))
                .isZero();
        assertThat(isMarked(cycle)).isTrue();
        assertThat(cycles.toRemindOf(ENDS, "")).isEmpty();
        var told = probe.await(
                PEOPLE + 1, event -> isReminder(event) && event.json().contains(cycle.value()), PATIENCE);
        assertThat(told).extracting(SeenEvent::key).hasSize(PEOPLE + 1).doesNotHaveDuplicates();
        assertThat(told.getFirst().json())
                .contains("\"cycleName\":\"年度\"", "\"endsOn\":\"2021-01-15\"")
                .doesNotContain("cycleNameEn");
    }

    @Test
    void severalReplicasAtOnceRemindEachOnceAndGoOnToTheNextCycle() throws Exception {
        var cycle = rating();
        var other = rating();

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var sweeps = List.of(
                    replicas.submit(() -> sweep(on(ENDS))),
                    replicas.submit(() -> sweep(on(ENDS))),
                    replicas.submit(() -> sweep(on(ENDS))));
            for (var sweep : sweeps) {
                sweep.get();
            }
        }

        for (var one : List.of(cycle, other)) {
            assertThat(reminded(one)).isEqualTo(PEOPLE + 1);
            assertThat(isMarked(one)).isTrue();
            assertThat(mongo.getCollection("rating_reminders").countDocuments(of(one).append("sequence", 1L)))
                    .isEqualTo(PEOPLE + 1);
        }
        // Planned and opened: what was read of it before still holds.
        assertThat(cycles.find(cycle).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void nobodyIsRemindedOnceRatingIsOver() {
        var cycle = rating();
        var place = on(ENDS).doPart("");
        var unused = cycles.change(
                cycle,
                CommandContext.of("hana"),
                before -> new Change<>(before.with(CycleStatus.CALIBRATION), List.of()));

        assertThat(on(ENDS).doPart(place)).isEqualTo(cycle.value());

        assertThat(reminded(cycle)).isEqualTo(RatingReminding.APPRAISALS_AT_ONCE + 1);
        assertThat(isMarked(cycle)).isFalse();
    }

    @Test
    void whereEventsFeedAllThatAPartialCycleJudgesNobodyIsReminded() {
        var code = "fed-" + UUID.randomUUID().toString().substring(0, 8);
        var drafted = enterprise.post("hana", "/templates", null, """
            {"code":"%s","name":"计量","positions":[],"indicators":[
              {"code":"sales-target","family":"RESULT","weight":60,"source":"EVENTS","scale":{"zeroAt":0,"fullAt":100},
               "name":"销售","standard":"达成目标"},
              {"code":"insight","family":"ABILITY","weight":40,"name":"能力","standard":"胜任岗位"}]}
            """.formatted(code));
        assertThat(status(drafted)).as(body(drafted)).isEqualTo(201);
        var path = "/templates/" + read(drafted).get("id").asString();
        assertThat(answer(enterprise.post("hana", path + "/release", "1", ""))).isEqualTo("200");

        var results = opened(code, "RESULT");
        var ability = opened(code, "ABILITY");

        Eventually.holds(() -> isMarked(results) && isMarked(ability));
        assertThat(reminded(results)).isZero();
        assertThat(reminded(ability)).isEqualTo(3);
    }

    /** Of the loft and by one family, to be rated by tomorrow. */
    private CycleId opened(String template, String family) {
        var today = time.today();
        var planned = enterprise.post("hana", "/cycles", null, """
            {"name":"部分","kind":"MONTHLY","extent":"PARTIAL","families":["%s"],"templates":["%s"],"firstDay":"%s","lastDay":"%s",
             "populationOn":"%s","departmentId":"loft","ratingEndsOn":"%s"}
            """.formatted(
                        family, template, today.minusDays(30), today, today, today.plusDays(1)));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        var id = new CycleId(read(planned).get("id").asString());
        var path = "/cycles/" + id.value();
        assertThat(answer(enterprise.post("hana", path + "/open", enterprise.revision("hana", path), "")))
                .isEqualTo("202");
        return id;
    }

    @Test
    void aCycleSaysByWhichDayItIsToBeRatedAndTheServiceReminds(EventProbe probe) {
        var today = time.today();
        var planned = enterprise.post(
                "hana", "/cycles", null, """
            {"name":"催办","kind":"MONTHLY","extent":"COMPREHENSIVE","firstDay":"%s","lastDay":"%s",
             "populationOn":"%s","departmentId":"loft","ratingEndsOn":"%s"}
            """.formatted(today.minusDays(30), today, today, today.plusDays(1)));
        assertThat(status(planned)).as(body(planned)).isEqualTo(201);
        assertThat(read(planned).get("ratingEndsOn").asString())
                .isEqualTo(today.plusDays(1).toString());
        var id = new CycleId(read(planned).get("id").asString());
        var path = "/cycles/" + id.value();
        assertThat(answer(enterprise.post("hana", path + "/open", enterprise.revision("hana", path), "")))
                .isEqualTo("202");

        var told = probe.await(3, event -> isReminder(event) && event.json().contains(id.value()), PATIENCE);

        assertThat(told)
                .extracting(event -> event.json().replaceAll(".*\"personId\":\"(\\w+)\".*", "$1"))
                .containsExactlyInAnyOrder("lou", "liv", "lux");
        assertThat(told.getFirst().headers()).containsEntry("ce_actor", "system:rating-reminders");
        Eventually.holds(() -> isMarked(id));
        assertThat(read(enterprise.get("lou", API + path)).get("ratingEndsOn").asString())
                .isEqualTo(today.plusDays(1).toString());
        var asked = read(enterprise.get("liv", API + "/ratings?limit=100")).get("items");
        assertThat(asked.get(0).get("ratingEndsOn").asString())
                .isEqualTo(today.plusDays(1).toString());
        var rating = "/ratings/" + asked.get(0).get("id").asString();
        assertThat(read(enterprise.get("liv", API + rating)).get("ratingEndsOn").asString())
                .isEqualTo(today.plusDays(1).toString());
    }

    private static boolean isReminder(SeenEvent event) {
        return event.type().equals("keshi.performance.rating-reminder-given.v1");
    }

    /** A replica of a day that the one that runs does not see. */
    private RatingReminding on(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        var noon = Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), ZoneOffset.UTC);
        return new RatingReminding(cycles, appraisals, ratings, reminders, templates, new EnterpriseTime(noon, zone));
    }

    private static void sweep(Swept swept) {
        var at = "";
        do {
            at = swept.doPart(at);
        } while (!at.equals(Swept.DONE));
    }

    private boolean isMarked(CycleId cycle) {
        return mongo.getCollection("cycles")
                        .countDocuments(
                                new Document("_id", cycle.value()).append("remindedOn", new Document("$exists", true)))
                == 1;
    }

    private long reminded(CycleId cycle) {
        return mongo.getCollection("rating_reminders").countDocuments(of(cycle));
    }

    private static Document of(CycleId cycle) {
        return new Document("state.cycleId", cycle.value());
    }

    private void asksAPeer(CycleId cycle, String appraisal, String peer) {
        var asked = RatingDocument.asked(cycle.value(), appraisal, 0, "t", "nurse-0", peer, RaterKind.PEER);
        ratings.createMissing(
                CommandContext.of("boss"),
                List.of(new NewAggregate<>("r-" + UUID.randomUUID(), new Change<>(asked, List.of()))));
    }

    /** All nurses, in a cycle that the steps of the service do not know of until it is open. */
    private CycleId rating() {
        var id = new CycleId("c-" + UUID.randomUUID());
        var plan = new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                Set.of(),
                new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                LocalDate.of(2020, 12, 31),
                Optional.of("ward"),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty(),
                Optional.of(ENDS));
        var planned = cycles.create(id, CommandContext.of("hana"), CycleDocument.of(plan, "secret"))
                .state();
        var opening = new Opening(cycles, appraisals, ratings, population, organisation, templates);
        var at = Optional.of(Place.BEGIN);
        while (at.isPresent()) {
            at = opening.doPart(id, planned, at.get());
        }
        var unused =
                cycles.change(id, CommandContext.of("hana"), cycle -> new Change<>(cycle.opened(PEOPLE), List.of()));
        return id;
    }
}
