package dev.keshi.risk.indicator;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.risk.register.VerifiedWarnings;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door for what people do with warnings. They are closed by verifying the assessment that they opened. */
@Service
public class WarningService implements VerifiedWarnings {

    private final MongoWarnings warnings;
    private final OrganisationQueries organisation;

    WarningService(MongoWarnings warnings, OrganisationQueries organisation) {
        this.warnings = warnings;
        this.organisation = organisation;
    }

    /** Somebody who keeps it takes note, so it is escalated no more. @throws IndicatorProblem when a rule forbids it */
    public Versioned<WarningView> acknowledge(CommandContext context, RiskReader reader, WarningId id) {
        try {
            var acknowledged = warnings.change(id.value(), context, warning -> {
                requireSeen(id, warning, reader);
                if (!reader.keeps(warning.ownerId(), warning.departmentId())) {
                    throw new IndicatorProblem.NotYoursToKeep();
                }
                var after = warning.acknowledged(context.actor());
                return new Change<>(after, List.of(IndicatorEvents.acknowledged(id.value(), after, context.actor())));
            });
            return WarningView.of(
                    acknowledged,
                    organisation.names(List.of(acknowledged.state().ownerId())));
        } catch (AggregateFailure.NotFound unknown) {
            throw new IndicatorProblem.UnknownWarning(id);
        } catch (AggregateFailure.Stale stale) {
            // It would tell those who do not see the warning that there is one.
            warnings.find(id.value()).ifPresent(found -> requireSeen(id, found.state(), reader));
            throw stale;
        }
    }

    private static void requireSeen(WarningId id, WarningDocument warning, RiskReader reader) {
        if (!reader.sees(warning.ownerId(), warning.departmentId())) {
            throw new IndicatorProblem.UnknownWarning(id);
        }
    }

    @Override
    public void close(CommandContext context, Collection<String> verified) {
        for (var id : verified) {
            var unused = warnings.change(id, context, warning -> {
                var after = warning.closed();
                return new Change<>(
                        after, after.equals(warning) ? List.of() : List.of(IndicatorEvents.closed(id, after)));
            });
        }
    }
}
