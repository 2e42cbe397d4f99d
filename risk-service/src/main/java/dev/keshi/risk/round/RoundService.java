package dev.keshi.risk.round;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.register.RiskQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** The door for asking departments for their risks. */
@Service
public class RoundService {

    /** The bound of the whole organisation; a round is opened in one transaction. */
    private static final int MOST_DEPARTMENTS = 5000;

    private final MongoRounds rounds;
    private final RoundQueries queries;
    private final RiskQueries risks;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;
    private final Ids ids;

    RoundService(
            MongoRounds rounds,
            RoundQueries queries,
            RiskQueries risks,
            OrganisationQueries organisation,
            EnterpriseTime time,
            Ids ids) {
        this.rounds = rounds;
        this.queries = queries;
        this.risks = risks;
        this.organisation = organisation;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Asks departments; the same command again, by its idempotency key, answers the round it opened.
     *
     * @throws RoundProblem when a rule forbids it
     */
    public Versioned<RoundView> open(CommandContext context, RiskReader reader, RoundCommand.Open command) {
        organisation.requireDepartment(command.rootDepartmentId());
        if (!reader.leads(command.rootDepartmentId())) {
            throw new RoundProblem.NotYoursToAsk();
        }
        if (command.dueOn().isBefore(time.today())) {
            throw new RoundProblem.DuePast();
        }
        var departments = organisation.departmentsWithin(command.rootDepartmentId());
        if (departments.size() > MOST_DEPARTMENTS) {
            throw new RoundProblem.TooWide(departments.size(), MOST_DEPARTMENTS);
        }
        var id = new RoundId(ids.forCommand("round", context));
        var round = new RoundDocument(
                command.name(),
                command.rootDepartmentId(),
                time.today(),
                command.dueOn(),
                departments.size(),
                context.actor(),
                time.now().truncatedTo(ChronoUnit.MILLIS));
        return queries.view(rounds.open(id, context, round, departments));
    }

    /** @throws RoundProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<RoundAnswerView> answer(CommandContext context, RiskReader reader, RoundCommand.Answer command) {
        if (!reader.leads(command.departmentId())) {
            throw new RoundProblem.NotAsked(command.departmentId());
        }
        int registered = risks.countOfRound(command.id().value(), command.departmentId());
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            return RoundAnswerView.of(
                    rounds.answer(
                            MongoRounds.answerId(command.id(), command.departmentId()),
                            context,
                            asked -> asked.answered(command, registered, context.actor(), at)),
                    time.zone());
        } catch (AggregateFailure.NotFound unknown) {
            throw new RoundProblem.NotAsked(command.departmentId());
        }
    }
}
