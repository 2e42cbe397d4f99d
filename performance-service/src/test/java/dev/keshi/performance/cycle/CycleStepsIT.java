package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a kill in the middle of a step leaves, and who goes on. */
@RunningService
class CycleStepsIT {

    private static final int PEOPLE = 450;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Ratings ratings;

    @Autowired
    private CycleWork work;

    @Autowired
    private PopulationQueries population;

    @Autowired
    private OrganisationQueries organisation;

    @Autowired
    private TemplateQueries templates;

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
    void theNextHolderBeginsWhereThePlaceWasKeptAndTheOldOneCannotGoOn() {
        var id = planned();
        var first = work.lease(id, CycleStatus.OPENING, "first", Duration.ofMillis(1))
                .orElseThrow();
        Eventually.holds(() -> work.lease(id, CycleStatus.OPENING, "second", Duration.ofMinutes(1))
                .isPresent());

        assertThat(work.lease(id, CycleStatus.OPENING, "third", Duration.ofMinutes(1)))
                .isEmpty();
        assertThat(work.save(first.at(new Place("somebody", 200)), Duration.ofMinutes(1)))
                .isFalse();
        assertThat(work.place(id, CycleStatus.OPENING)).contains(Place.BEGIN);
    }

    private CycleId planned() {
        var id = new CycleId("c-" + UUID.randomUUID());
        var plan = new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                LocalDate.of(2020, 12, 31),
                Optional.of("crowd"),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty());
        var unused = cycles.create(id, CommandContext.of("hana"), CycleDocument.of(plan, "secret"));
        return id;
    }
}
