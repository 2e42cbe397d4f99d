package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleDocument.Cancellation;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.template.TemplateChoice;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** The door for running cycles. What takes long is begun here and goes on by itself. */
@Service
public class CycleService {

    private final Cycles cycles;
    private final Appraisals appraisals;
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
            Appraisals appraisals,
            Ratings ratings,
            CycleWork work,
            CycleRunner runner,
            CycleQueries queries,
            TemplateQueries templates,
            OrganisationQueries organisation,
            EnterpriseTime time,
            Ids ids) {
        this.cycles = cycles;
        this.appraisals = appraisals;
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
        plan.extent().require(plan.families());
        if (!plan.templates().isEmpty() || !plan.families().isEmpty()) {
            requireTemplates(plan, templates.choice());
        }
        var period = plan.period();
        if (!plan.kind().fits(period.first(), period.last())) {
            throw new CycleProblem.KindDoesNotFit(plan.kind());
        }
        if (plan.rules().minimumDays() > period.days()) {
            throw new CycleProblem.MinimumDaysBeyondPeriod(period.days());
        }
        if (plan.populationOn().isBefore(plan.period().first())) {
            throw new CycleProblem.PopulationDay();
        }
        var id = new CycleId("c-" + ids.forCommand("cycle", context));
        return queries.view(
                cycles.create(
                        id, context, CycleDocument.of(plan, UUID.randomUUID().toString())),
                true);
    }

    private static void requireTemplates(CyclePlan plan, TemplateChoice choice) {
        choice.unknown(plan.templates()).stream().findFirst().ifPresent(code -> {
            throw new CycleProblem.NoSuchTemplate(code.value());
        });
        choice.unknown(plan.families()).stream().sorted().findFirst().ifPresent(family -> {
            throw new CycleProblem.FamilyInNoTemplate(family);
        });
        choice.without(plan.judged(), plan.templates()).stream().findFirst().ifPresent(code -> {
            throw new CycleProblem.TemplateNotJudged(code.value());
        });
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

    /**
     * Begins to publish; from then on no grade is calibrated any more, but by a command that was under way already.
     *
     * @throws CycleProblem.NobodyScored when there are appraisals and none of them has a total
     */
    public Versioned<CycleView> publish(CommandContext context, CycleId id) {
        boolean nobody = appraisals.count(id) > 0 && appraisals.totals(id).isEmpty();
        long missing = ratings.bySuperiors(id, RatingStatus.LAPSED) + ratings.bySuperiors(id, RatingStatus.OPEN);
        return begin(context, id, cycle -> {
            if (missing > 0) {
                throw new CycleProblem.RatingMissing(missing);
            }
            if (cycle.status() != CycleStatus.CALIBRATION) {
                throw new CycleProblem.NotInCalibration();
            }
            if (nobody) {
                throw new CycleProblem.NobodyScored();
            }
            return cycle.with(CycleStatus.PUBLISHING);
        });
    }

    /**
     * Calls a cycle off; nothing of it is rated, calibrated or published from then on. Who did so, when and why is kept with it.
     *
     * @throws CycleProblem.WorkedOn while the service makes its appraisals, brings them up to date or scores them
     * @throws CycleProblem.PublishedBefore once publishing has begun
     */
    public Versioned<CycleView> cancel(CommandContext context, CycleId id, String reason) {
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        return change(context, id, cycle -> {
            if (!cycle.status().isCancellable()) {
                throw cycle.status().isWorkedOn() && cycle.status() != CycleStatus.PUBLISHING
                        ? new CycleProblem.WorkedOn()
                        : new CycleProblem.PublishedBefore();
            }
            var cancelled = cycle.cancelled(new Cancellation(reason, context.actor(), at));
            return new Change<>(cancelled, List.of(CycleEvents.cancelled(id, cancelled, reason)));
        });
    }

    private Versioned<CycleView> begin(CommandContext context, CycleId id, UnaryOperator<CycleDocument> decide) {
        var begun = change(context, id, cycle -> new Change<>(decide.apply(cycle), List.of()));
        runner.wake();
        return begun;
    }

    private Versioned<CycleView> change(
            CommandContext context, CycleId id, Function<CycleDocument, Change<CycleDocument>> decide) {
        try {
            return queries.view(
                    cycles.change(id, context, cycle -> {
                        if (cycle.status() == CycleStatus.CANCELLED) {
                            throw new CycleProblem.Cancelled();
                        }
                        return decide.apply(cycle);
                    }),
                    true);
        } catch (AggregateFailure.NotFound unknown) {
            throw new CycleProblem.UnknownCycle(id);
        }
    }
}
