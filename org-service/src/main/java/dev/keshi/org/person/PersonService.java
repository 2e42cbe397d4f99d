package dev.keshi.org.person;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.department.DepartmentService;
import dev.keshi.org.department.DepartmentStructure;
import dev.keshi.org.person.PersonCommand.ChangeDetails;
import dev.keshi.org.person.PersonCommand.ChangeReportingLine;
import dev.keshi.org.person.PersonCommand.Hire;
import dev.keshi.org.person.PersonCommand.Separate;
import dev.keshi.org.person.PersonCommand.Transfer;
import dev.keshi.org.person.PersonView.PersonRecord;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.position.PositionQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for changing people. What gives somebody a place meets the closing of that department in a transaction. */
@Service
public class PersonService {

    private static final int LONGEST_LINE = 100;

    private final People people;
    private final DepartmentService departments;
    private final DepartmentStructure structure;
    private final PositionQueries positions;
    private final AccountQueries accounts;
    private final EnterpriseTime time;

    PersonService(
            People people,
            DepartmentService departments,
            DepartmentStructure structure,
            PositionQueries positions,
            AccountQueries accounts,
            EnterpriseTime time) {
        this.people = people;
        this.departments = departments;
        this.structure = structure;
        this.positions = positions;
        this.accounts = accounts;
        this.time = time;
    }

    /**
     * Hires somebody; the same command again, by its idempotency key, answers whom it hired.
     *
     * @throws PersonProblem when a rule forbids it
     */
    public Versioned<PersonRecord> hire(CommandContext context, Hire command) {
        var id = PersonId.ofEmployeeNumber(command.employeeNumber().value());
        people.prepareKeys(List.of(id));
        return record(people.inTransaction(() -> {
            if (people.find(id).isEmpty()) {
                requireUnused(id, command.details());
                requirePlace(id, command.assignment(), command.assignedOn());
            }
            return create(context, command);
        }));
    }

    private Versioned<PersonDocument> create(CommandContext context, Hire command) {
        try {
            return people.create(context, Person.hire(command, time.today()));
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new PersonProblem.NumberTaken(command.employeeNumber());
        }
    }

    /** @throws PersonProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<PersonRecord> handle(CommandContext context, PersonCommand.OfExisting command) {
        return record(
                switch (command) {
                    case Transfer transfer -> transfer(context, transfer);
                    case ChangeReportingLine change -> changeLine(context, change);
                    case ChangeDetails change -> changeDetails(context, change);
                    case Separate separate ->
                        people.inTransaction(() ->
                                change(context, separate.id(), person -> person.separate(separate.on(), time.today())));
                });
    }

    private Versioned<PersonDocument> transfer(CommandContext context, Transfer transfer) {
        return people.inTransaction(() -> change(context, transfer.id(), person -> {
            requirePlace(transfer.id(), transfer.assignment(), transfer.from());
            person.transfer(transfer.assignment(), transfer.from(), time.today());
        }));
    }

    private Versioned<PersonDocument> changeLine(CommandContext context, ChangeReportingLine change) {
        return change(context, change.id(), person -> {
            change.superior().ifPresent(superior -> requireSuperior(change.id(), superior));
            person.reportTo(change.superior(), change.from(), time.today());
        });
    }

    private Versioned<PersonDocument> changeDetails(CommandContext context, ChangeDetails change) {
        people.prepareKeys(List.of(change.id()));
        return change(context, change.id(), person -> {
            requireUnused(change.id(), change.details());
            person.changeDetails(change.details(), time.today());
        });
    }

    private Versioned<PersonDocument> change(CommandContext context, PersonId id, Consumer<Person> decide) {
        try {
            return people.change(id, context, decide);
        } catch (AggregateFailure.NotFound unknown) {
            throw new PersonProblem.Unknown(id);
        }
    }

    private void requireUnused(PersonId id, PersonDetails details) {
        details.email()
                .filter(email ->
                        isOfAnother(id, people.ownersOfEmails(List.of(email)).get(email)))
                .ifPresent(_ -> {
                    throw new PersonProblem.EmailTaken();
                });
        details.loginName()
                .filter(name -> isOfAnother(id, ownerOfLoginName(name)))
                .ifPresent(_ -> {
                    throw new PersonProblem.LoginNameTaken();
                });
    }

    private @Nullable PersonId ownerOfLoginName(String name) {
        var owner = accounts.owners(List.of(name)).get(name);
        return owner == null ? null : new PersonId(owner);
    }

    private static boolean isOfAnother(PersonId id, @Nullable PersonId owner) {
        return owner != null && !owner.equals(id);
    }

    private void requirePlace(PersonId id, Assignment assignment, LocalDate from) {
        if (!departments.admits(assignment.department(), from)) {
            throw new PersonProblem.DepartmentClosed(assignment, from);
        }
        assignment.position().ifPresent(position -> requirePosition(position, assignment, from));
        assignment.reportsTo().ifPresent(superior -> requireSuperior(id, superior));
    }

    private void requirePosition(PositionId id, Assignment assignment, LocalDate from) {
        var branches = structure.on(from);
        boolean available = positions
                .find(id)
                .map(Versioned::state)
                .filter(position -> position.inUse() && position.isOfferedIn(assignment.department(), branches))
                .isPresent();
        if (!available) {
            throw new PersonProblem.PositionNotAvailable(id.value());
        }
    }

    /** Walks up the lines that are named for people; it ends where the department decides. */
    private void requireSuperior(PersonId id, PersonId superior) {
        var above = Optional.of(superior);
        for (int step = 0; above.isPresent() && step < LONGEST_LINE; step++) {
            if (above.get().equals(id)) {
                throw step == 0
                        ? new PersonProblem.NoSuchSuperior(superior)
                        : new PersonProblem.ReportingCycle(id, superior);
            }
            var person = people.find(above.get());
            if (step == 0
                    && person.filter(found -> found.state().departmentId() != null)
                            .isEmpty()) {
                throw new PersonProblem.NoSuchSuperior(superior);
            }
            above = person.map(found -> found.state().reportsTo()).map(PersonId::new);
        }
    }

    private Versioned<PersonRecord> record(Versioned<PersonDocument> person) {
        return new Versioned<>(
                person.id(), person.version(), PersonRecord.of(person.id(), person.state(), time.today()));
    }
}
