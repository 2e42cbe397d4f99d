package dev.keshi.risk.indicator;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.indicator.IndicatorCommand.Define;
import dev.keshi.risk.indicator.IndicatorCommand.Report;
import dev.keshi.risk.indicator.IndicatorCommand.Retire;
import dev.keshi.risk.indicator.IndicatorCommand.Revise;
import dev.keshi.risk.indicator.IndicatorDocument.Reading;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskProblem;
import dev.keshi.risk.register.RiskQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.risk.register.RiskService;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for changing indicators. Values, the warning they raise and the assessment it opens are written together or not at all. */
@Service
public class IndicatorService {

    /** Ours; the regulations give no figure. */
    private static final int DAYS_TO_TAKE_NOTE = 3;

    private static final String FEEDER = "system:performance-service";

    private final MongoIndicators indicators;
    private final MongoWarnings warnings;
    private final MongoKnownIndicators known;
    private final RiskService risks;
    private final RiskQueries register;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;
    private final Ids ids;

    IndicatorService(
            MongoIndicators indicators,
            MongoWarnings warnings,
            MongoKnownIndicators known,
            RiskService risks,
            RiskQueries register,
            OrganisationQueries organisation,
            EnterpriseTime time,
            Ids ids) {
        this.indicators = indicators;
        this.warnings = warnings;
        this.known = known;
        this.risks = risks;
        this.register = register;
        this.organisation = organisation;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Has a risk watched; the same command again, by its idempotency key, answers the indicator it defined.
     *
     * @throws IndicatorProblem when a rule forbids it, {@link RiskProblem} when there is no such risk for the caller
     */
    public Versioned<IndicatorView> define(CommandContext context, RiskReader reader, Define command) {
        var risk = register.find(command.risk(), reader)
                .orElseThrow(() -> new RiskProblem.Unknown(command.risk()))
                .state();
        if (!reader.keeps(risk.ownerId(), risk.departmentId())) {
            throw new IndicatorProblem.NotYoursToKeep();
        }
        if (risk.closedBecause() != null) {
            throw new IndicatorProblem.RiskIsClosed();
        }
        organisation.requireEmployed(command.content().ownerId());
        risks.requireReach(reader, risk.departmentId(), command.content().ownerId());
        command.feed().ifPresent(feed -> requireFeed(feed, reader));
        var id = new IndicatorId(ids.forCommand("indicator", context));
        return IndicatorView.of(indicators.create(
                id, context, Indicator.defined(id, risk.id(), risk.departmentId(), command.content(), command.feed())));
    }

    /**
     * @param fed whether the caller is a program that brings figures, whoever keeps the indicator
     * @throws IndicatorProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says
     */
    public Versioned<IndicatorView> handle(
            CommandContext context, RiskReader reader, boolean fed, IndicatorCommand.OfExisting command) {
        if (command instanceof Revise revised) {
            organisation.requireEmployed(revised.content().ownerId());
        }
        try {
            return IndicatorView.of(change(context, command.id(), indicator -> {
                if (!(fed && command instanceof Report)) {
                    indicator.requireSeen(reader);
                    indicator.requireKeeper(reader);
                }
                indicator
                        .newOwner(command)
                        .ifPresent(owner -> risks.requireReach(reader, indicator.departmentId(), owner));
                carryOut(indicator, context, command);
            }));
        } catch (AggregateFailure.NotFound unknown) {
            throw new IndicatorProblem.Unknown(command.id());
        } catch (AggregateFailure.Stale stale) {
            // It would tell those who do not see the indicator that there is one.
            indicators
                    .find(command.id())
                    .ifPresent(
                            found -> Indicator.of(command.id(), found.state()).requireSeen(reader));
            throw stale;
        }
    }

    /** A figure that an indicator is fed by. The same again, or a better one of the same period, changes no value. */
    void feed(IndicatorId id, FigureNews figure) {
        var context = CommandContext.of(Reading.CARRIED);
        var unused = change(context, id, indicator -> indicator.feed(figure, FEEDER, time.today()));
    }

    /** Gives periods that were over on a day the figure that stood all through them. */
    void carry(IndicatorId id, LocalDate day) {
        var context = CommandContext.of(Reading.CARRIED);
        var unused = change(context, id, indicator -> indicator.carry(day));
    }

    private Versioned<IndicatorDocument> change(CommandContext context, IndicatorId id, Consumer<Indicator> decide) {
        return indicators.inTransaction(() -> {
            var turns = new ArrayList<WarningTurn>();
            var changed = indicators.change(id, context, indicator -> {
                decide.accept(indicator);
                turns.clear();
                turns.addAll(indicator.takeTurns());
            });
            follow(context.forAnyVersion(), id, changed.state(), turns);
            return changed;
        });
    }

    /** What is not led looks the same, known or not. */
    private void requireFeed(Feed feed, RiskReader reader) {
        if (!reader.leads(feed.departmentId())) {
            throw new IndicatorProblem.FeedNotYours();
        }
        if (!known.isKnown(feed.performanceIndicator())) {
            throw new IndicatorProblem.FeedUnknown(feed.performanceIndicator());
        }
    }

    private void carryOut(Indicator indicator, CommandContext context, IndicatorCommand.OfExisting command) {
        switch (command) {
            case Revise revised -> indicator.revise(revised.content());
            case Report reported -> indicator.report(reported.values(), context.actor(), time.today());
            case Retire _ -> indicator.retire();
        }
    }

    private void follow(CommandContext context, IndicatorId id, IndicatorDocument indicator, List<WarningTurn> turns) {
        for (var turn : turns) {
            switch (turn) {
                case WarningTurn.Raised raised -> {
                    var at = time.now().truncatedTo(ChronoUnit.MILLIS);
                    var unused = warnings.create(
                            raised.warningId(),
                            context,
                            WarningDocument.raised(
                                    id, indicator, raised, at, time.today().plusDays(DAYS_TO_TAKE_NOTE)));
                    risks.warned(context, new RiskId(indicator.riskId()), raised.warningId());
                }
                case WarningTurn.Recovered(var warning, var on) -> {
                    var unused =
                            warnings.change(warning, context, before -> recovered(warning, before, on.orElse(null)));
                }
            }
        }
    }

    private static Change<WarningDocument> recovered(String id, WarningDocument before, @Nullable LocalDate on) {
        var after = before.recovered(on);
        return new Change<>(after, after.equals(before) ? List.of() : List.of(IndicatorEvents.recovered(id, after)));
    }
}
