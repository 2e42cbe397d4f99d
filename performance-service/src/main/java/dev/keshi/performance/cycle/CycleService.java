package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** The door for running cycles. What takes long is begun here and goes on by itself. */
@Service
public class CycleService {

    private final Cycles cycles;
    private final Ratings ratings;
    private final CycleWork work;
    private final CycleRunner runner;
    private final CycleQueries queries;
    private final TemplateQueries templates;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;
    private final Ids ids;

    CycleService(
            Cycles cycles,
            Ratings ratings,
            CycleWork work,
            CycleRunner runner,
            CycleQueries queries,
            TemplateQueries templates,
            OrganisationQueries organisation,
            EnterpriseTime time,
            Ids ids) {
        this.cycles = cycles;
        this.ratings = ratings;
        this.work = work;
        this.runner = runner;
        this.queries = queries;
        this.templates = templates;
        this.organisation = organisation;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Agrees on a cycle; the same command again, by its idempotency key, answers the one it agreed on.
     *
     * @throws CycleProblem when a rule forbids it
     */
    public Versioned<CycleView> plan(CommandContext context, CyclePlan plan) {
        plan.department().filter(id -> !organisation.hasDepartment(id)).ifPresent(id -> {
            throw new CycleProblem.NoSuchDepartment(id);
        });
        if (!plan.templates().isEmpty()) {
            templates.choice().unknown(plan.templates()).stream().findFirst().ifPresent(code -> {
                throw new CycleProblem.NoSuchTemplate(code.value());
            });
        }
        if (plan.populationOn().isBefore(plan.period().first())) {
            throw new CycleProblem.PopulationDay();
        }
        var id = new CycleId("c-" + ids.forCommand("cycle", context));
        return queries.view(cycles.create(
                id, context, CycleDocument.of(plan, UUID.randomUUID().toString())));
    }

    /** Begins to make the appraisals. @throws CycleProblem when a rule forbids it, {@link AggregateFailure} as the store says */
    public Versioned<CycleView> open(CommandContext context, CycleId id) {
        return begin(context, id, cycle -> {
            if (cycle.status() != CycleStatus.PLANNED) {
                throw new CycleProblem.OpenedBefore();
            }
            if (cycle.populationOn().isAfter(time.today())) {
                throw new CycleProblem.PopulationDay();
            }
            return cycle.with(CycleStatus.OPENING);
        });
    }

    /**
     * Ends rating and begins to score. First the positions held are brought up to date; when somebody has come under a superior who was not
     * asked yet, that superior is, and the cycle is open for rating again.
     *
     * @throws CycleProblem.PeriodNotOver before the last day of the period
     * @throws CycleProblem.RatingMissing while a superior has not rated and nobody has waived it
     */
    public Versioned<CycleView> closeRating(CommandContext context, CycleId id) {
        long missing = ratings.bySuperiors(id, RatingStatus.OPEN);
        // It may have been closed before, as far as that went.
        cycles.find(id)
                .filter(cycle -> cycle.state().status() == CycleStatus.RATING)
                .ifPresent(_ -> work.beginAnew(id, CycleStatus.CLOSING));
        return begin(context, id, cycle -> {
            if (cycle.status() != CycleStatus.RATING) {
                throw new CycleProblem.NotRating();
            }
            if (time.today().isBefore(cycle.lastDay())) {
                throw new CycleProblem.PeriodNotOver(cycle.lastDay());
            }
            if (missing > 0) {
                throw new CycleProblem.RatingMissing(missing);
            }
            return cycle.with(CycleStatus.CLOSING);
        });
    }

    /** Begins to publish; from then on no grade is calibrated any more, but by a command that was under way already. */
    public Versioned<CycleView> publish(CommandContext context, CycleId id) {
        long missing = ratings.bySuperiors(id, RatingStatus.LAPSED) + ratings.bySuperiors(id, RatingStatus.OPEN);
        return begin(context, id, cycle -> {
            if (missing > 0) {
                throw new CycleProblem.RatingMissing(missing);
            }
            if (cycle.status() != CycleStatus.CALIBRATION) {
                throw new CycleProblem.NotInCalibration();
            }
            return cycle.with(CycleStatus.PUBLISHING);
        });
    }

    private Versioned<CycleView> begin(CommandContext context, CycleId id, UnaryOperator<CycleDocument> decide) {
        try {
            var begun = cycles.change(id, context, cycle -> new Change<>(decide.apply(cycle), List.of()));
            runner.wake();
            return queries.view(begun);
        } catch (AggregateFailure.NotFound unknown) {
            throw new CycleProblem.UnknownCycle(id);
        }
    }
}
