package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.page.Paging;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a kill in the middle of a step leaves. */
@RunningService
class CycleStepsIT {

    /** More than are gone through at a time. */
    private static final int PEOPLE = 1_150;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Ratings ratings;

    @Autowired
    private CountedPeers peers;

    @Autowired
    private PopulationQueries population;

    @Autowired
    private OrganisationQueries organisation;

    @Autowired
    private TemplateQueries templates;

    @Autowired
    private IndicatorQueries indicators;

    @Autowired
    private ReplayQueries replay;

    @Autowired
    private Interviewers interviewers;

    @Autowired
    private EnterpriseTime time;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        if (mongo.getCollection("employments").countDocuments(new Document("fact1.departmentId", "crowd")) == 0) {
            enterprise.department("crowd", null, "boss");
            for (int i = 0; i < PEOPLE; i++) {
                enterprise.person("worker-" + i, "crowd", null, "2019-01-01");
            }
        }
    }

    @Test
    void aPartThatIsDoneAgainMakesNothingTwice() {
        var id = planned();
        var cycle = cycles.find(id).orElseThrow().state();
        var opening = new Opening(cycles, appraisals, ratings, population, organisation, templates);

        var at = Optional.of(Place.BEGIN);
        while (at.isPresent()) {
            var here = at.get();
            var killed = opening.doPart(id, cycle, here);
            at = opening.doPart(id, cycle, here);
            assertThat(at).isEqualTo(killed);
        }

        assertThat(appraisals.count(id)).isEqualTo(PEOPLE);
        assertThat(mongo.getCollection("ratings").countDocuments(new Document("state.cycleId", id.value())))
                .isEqualTo(2L * PEOPLE);
    }

    @Test
    void aScoredPartThatIsDoneAgainKeepsWhatCameOutAndARatingGivenMeanwhileCounts() {
        var id = planned();
        var planned = cycles.find(id).orElseThrow().state();
        var opening = new Opening(cycles, appraisals, ratings, population, organisation, templates);
        through(at -> opening.doPart(id, planned, at));
        var first = appraisals.next(id, "", 1).getFirst();
        var given = ratings.of(List.of(new AppraisalId(first.id()))).getFirst();
        var unused = ratings.change(new RatingId(given.id()), CommandContext.of("boss"), CycleStepsIT::given);
        var scoring = new CycleScoring(cycles, appraisals, ratings, peers, templates, indicators);

        through(at -> {
            var killed = scoring.doPart(id, planned, at);
            assertThat(scoring.doPart(id, planned, at)).isEqualTo(killed);
            return killed;
        });

        var scored = new Document("state.cycleId", id.value());
        var once = new Document(scored).append("version", 2L);
        assertThat(mongo.getCollection("appraisals")
                        .countDocuments(new Document(once).append("state.explanation", new Document("$exists", true))))
                .isEqualTo(PEOPLE);
        assertThat(mongo.getCollection("ratings").countDocuments(new Document(once).append("state.status", "LAPSED")))
                .isEqualTo(2L * PEOPLE - 1);
        assertThat(appraisals.totals(id)).hasSize(1);
        assertThat(appraisals
                        .find(new AppraisalId(first.id()))
                        .orElseThrow()
                        .state()
                        .total())
                .isEqualByComparingTo("80");

        var open = cycles.change(
                        id,
                        CommandContext.of("hana"),
                        cycle -> new Change<>(
                                cycle.scored(cycle.plan().thresholds().cutoffs(), 0), List.of()))
                .state();
        var publishing = new Publishing(cycles, appraisals, templates, interviewers, time);
        through(at -> {
            var killed = publishing.doPart(id, open, at);
            assertThat(publishing.doPart(id, open, at)).isEqualTo(killed);
            return killed;
        });

        assertThat(mongo.getCollection("appraisals")
                        .countDocuments(new Document(scored)
                                .append("version", 3L)
                                .append("sequence", 1L)
                                .append("state.published", true)))
                .isEqualTo(PEOPLE - 1);
        assertThat(mongo.getCollection("appraisals")
                        .countDocuments(new Document(scored)
                                .append("version", 3L)
                                .append("sequence", 2L)
                                .append("state.grade", "GOOD")))
                .isEqualTo(1);
    }

    /** Two have a total, the first and the last of them: one of two may be good, but none of one. */
    @Test
    void aTrialRanksEverybodyHoweverManyTheyAre() {
        var id = planned();
        var planned = cycles.find(id).orElseThrow().state();
        var opening = new Opening(cycles, appraisals, ratings, population, organisation, templates);
        through(at -> opening.doPart(id, planned, at));
        var all = appraisals.next(id, "", PEOPLE);
        var rated = Map.of(all.getFirst().id(), "85", all.getLast().id(), "80");
        rated.forEach((appraisal, points) -> {
            var asked = ratings.of(List.of(new AppraisalId(appraisal))).getFirst();
            var unused = ratings.change(
                    new RatingId(asked.id()), CommandContext.of("boss"), before -> given(before, points));
        });
        var scoring = new CycleScoring(cycles, appraisals, ratings, peers, templates, indicators);
        through(at -> scoring.doPart(id, planned, at));
        var unused = cycles.change(
                id,
                CommandContext.of("hana"),
                cycle -> new Change<>(cycle.scored(cycle.plan().thresholds().cutoffs(), 0), List.of()));

        var first = replay.replay(id, ranked(50), new Reading("hana", new Scope.All(), true), Paging.first(1))
                .items()
                .getFirst();
        var none = replay.replay(id, ranked(49), new Reading("hana", new Scope.All(), true), Paging.first(1))
                .items()
                .getFirst();

        assertThat(first.appraisalId()).isEqualTo(all.getFirst().id());
        assertThat(List.of(first.otherGrade(), none.otherGrade())).containsExactly(Grade.GOOD, Grade.PASS);
    }

    private static OtherRules ranked(int mostGood) {
        return new OtherRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(mostGood),
                Map.of());
    }

    private static RatingDocument given(RatingDocument asked) {
        return given(asked, "80");
    }

    private static RatingDocument given(RatingDocument asked, String points) {
        var codes = List.of("results", "ability", "attitude");
        return asked.given(codes.stream().collect(Collectors.toMap(code -> code, _ -> Points.of(points))), codes);
    }

    /** From the beginning to the end, whatever is done in one part. */
    private static void through(Function<Place, Optional<Place>> part) {
        var at = Optional.of(Place.BEGIN);
        while (at.isPresent()) {
            at = part.apply(at.get());
        }
    }

    private CycleId planned() {
        var id = new CycleId("c-" + UUID.randomUUID());
        var plan = new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                Set.of(),
                new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                LocalDate.of(2020, 12, 31),
                Optional.of("crowd"),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty(),
                Optional.empty());
        var unused = cycles.create(id, CommandContext.of("hana"), CycleDocument.of(plan, "secret"));
        return id;
    }
}
