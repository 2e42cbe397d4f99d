package dev.keshi.risk.register;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.matrix.MatrixQueries;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.register.RiskCommand.Assess;
import dev.keshi.risk.register.RiskCommand.CancelMeasure;
import dev.keshi.risk.register.RiskCommand.Close;
import dev.keshi.risk.register.RiskCommand.CompleteMeasure;
import dev.keshi.risk.register.RiskCommand.Describe;
import dev.keshi.risk.register.RiskCommand.HandOver;
import dev.keshi.risk.register.RiskCommand.PlanMeasure;
import dev.keshi.risk.register.RiskCommand.ReassignMeasure;
import dev.keshi.risk.register.RiskCommand.Register;
import dev.keshi.risk.register.RiskCommand.Respond;
import dev.keshi.risk.register.RiskCommand.Verify;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The door for changing the register. Who may change a risk is asked where it is decided, of the risk as it is. */
@Service
public class RiskService {

    private final MongoRisks risks;
    private final MatrixQueries matrix;
    private final OrganisationQueries organisation;
    private final VerifiedWarnings warnings;
    private final AskedDepartments rounds;
    private final EnterpriseTime time;
    private final Ids ids;

    RiskService(
            MongoRisks risks,
            MatrixQueries matrix,
            OrganisationQueries organisation,
            VerifiedWarnings warnings,
            AskedDepartments rounds,
            EnterpriseTime time,
            Ids ids) {
        this.risks = risks;
        this.matrix = matrix;
        this.organisation = organisation;
        this.warnings = warnings;
        this.rounds = rounds;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Takes a risk into the register; the same command again, by its idempotency key, answers the one it took in.
     *
     * @throws RiskProblem when a rule forbids it, {@link dev.keshi.risk.organisation.OrganisationProblem} when it names nobody
     */
    public Versioned<RiskView> register(CommandContext context, RiskReader reader, Register command) {
        organisation.requireDepartment(command.departmentId());
        if (!reader.leads(command.departmentId()) && !organisation.worksIn(reader.personId(), command.departmentId())) {
            throw new RiskProblem.NotYourDepartment(command.departmentId());
        }
        organisation.requireEmployed(command.ownerId());
        requireReach(reader, command.departmentId(), command.ownerId());
        command.roundId()
                .filter(round -> !rounds.waitsFor(round, command.departmentId()))
                .ifPresent(round -> {
                    throw new RiskProblem.NotAsked(round);
                });
        var id = new RiskId(ids.forCommand("risk", context));
        return view(risks.create(id, context, Risk.registered(id, command, scale(), stamp(context))), reader);
    }

    private Versioned<RiskView> view(Versioned<RiskDocument> stored, RiskReader reader) {
        return RiskView.of(
                stored,
                reader,
                time.today(),
                organisation.names(stored.state().owners().collect(Collectors.toSet())));
    }

    /** @throws RiskProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<RiskView> handle(CommandContext context, RiskReader reader, RiskCommand.OfExisting command) {
        newOwner(command).ifPresent(organisation::requireEmployed);
        try {
            var changed = command instanceof Verify verify
                    ? verify(context, reader, verify)
                    : risks.change(command.id(), context, risk -> carryOut(risk, context, reader, command));
            return view(changed, reader);
        } catch (AggregateFailure.NotFound unknown) {
            throw new RiskProblem.Unknown(command.id());
        } catch (AggregateFailure.Stale stale) {
            // It would tell those who do not see the risk that there is one.
            risks.find(command.id()).ifPresent(found -> requireSeen(Risk.of(command.id(), found.state()), reader));
            throw stale;
        }
    }

    /** A warning has the risk looked at again. Runs within the caller's transaction. */
    public void warned(CommandContext context, RiskId id, String warningId) {
        var stamp = stamp(context);
        var unused = risks.change(id, context, risk -> risk.warned(warningId, stamp));
    }

    private void carryOut(Risk risk, CommandContext context, RiskReader reader, RiskCommand.OfExisting command) {
        requireSeen(risk, reader);
        if (!(command instanceof CompleteMeasure)) {
            risk.requireKeeper(reader);
        }
        newOwner(command).ifPresent(owner -> requireReach(reader, risk.departmentId(), owner));
        var stamp = stamp(context);
        switch (command) {
            case Describe described -> risk.describe(described.content());
            case HandOver handed -> risk.handOver(handed.ownerId());
            case Assess assessed -> risk.assess(assessed, scale(), stamp);
            case Respond decided -> risk.respond(decided, stamp);
            case PlanMeasure plan -> risk.planMeasure(ids.forCommand("measure", context), plan, stamp);
            case ReassignMeasure given -> risk.reassign(given.measureId(), given.ownerId());
            case CompleteMeasure completed -> risk.complete(completed, scale(), stamp);
            case CancelMeasure cancelled -> risk.cancel(cancelled.measureId(), cancelled.reason(), stamp);
            case Verify _ -> throw new IllegalStateException("verified with its warnings");
            case Close closed -> risk.close(closed.reason());
        }
    }

    /** The assessment and the warnings that it answers end together. */
    private Versioned<RiskDocument> verify(CommandContext context, RiskReader reader, Verify command) {
        return risks.inTransaction(() -> {
            var answered = new ArrayList<String>();
            var verified = risks.change(command.id(), context, risk -> {
                requireSeen(risk, reader);
                risk.requireKeeper(reader);
                answered.clear();
                answered.addAll(risk.verify(command, scale(), stamp(context)));
            });
            warnings.close(context.forAnyVersion(), answered);
            return verified;
        });
    }

    private static void requireSeen(Risk risk, RiskReader reader) {
        if (!reader.sees(risk.toDocument())) {
            throw new RiskProblem.Unknown(risk.id());
        }
    }

    /**
     * What somebody owns is work, so not everybody who found a risk gives it to anybody: to oneself, to people of its department, and to others whoever
     * leads it or them.
     *
     * @throws RiskProblem.OwnerOutOfReach when somebody else has to name that owner
     */
    public void requireReach(RiskReader reader, String departmentId, String ownerId) {
        if (!ownerId.equals(reader.personId())
                && !reader.leads(departmentId)
                && !organisation.worksIn(ownerId, departmentId)
                && organisation.departmentOf(ownerId).filter(reader::leads).isEmpty()) {
            throw new RiskProblem.OwnerOutOfReach(ownerId);
        }
    }

    /** Whom it makes the owner of the risk or of a measure; empty when nobody. */
    private static Optional<String> newOwner(RiskCommand.OfExisting command) {
        return switch (command) {
            case HandOver handed -> Optional.of(handed.ownerId());
            case PlanMeasure plan -> Optional.of(plan.ownerId());
            case ReassignMeasure given -> Optional.of(given.ownerId());
            case Describe _, Assess _, Respond _, CompleteMeasure _, CancelMeasure _, Verify _, Close _ ->
                Optional.empty();
        };
    }

    private Scale scale() {
        return matrix.rating()::apply;
    }

    private Stamp stamp(CommandContext context) {
        return new Stamp(context.actor(), time.now().truncatedTo(ChronoUnit.MILLIS), time.today());
    }
}
