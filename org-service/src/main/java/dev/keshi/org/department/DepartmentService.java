package dev.keshi.org.department;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentCommand.AppointDeputies;
import dev.keshi.org.department.DepartmentCommand.AppointManager;
import dev.keshi.org.department.DepartmentCommand.Close;
import dev.keshi.org.department.DepartmentCommand.Move;
import dev.keshi.org.department.DepartmentCommand.Open;
import dev.keshi.org.department.DepartmentCommand.Rename;
import dev.keshi.org.department.DepartmentProblem.StillInUse;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The door for changing departments. What changes the tree runs in a transaction that also raises the structure revision:
 * two such commands at once meet on that document, one of them runs again and sees what the other did.
 */
@Service
public class DepartmentService {

    private final Departments departments;
    private final DepartmentStaff staff;
    private final EnterpriseTime time;

    DepartmentService(Departments departments, DepartmentStaff staff, EnterpriseTime time) {
        this.departments = departments;
        this.staff = staff;
        this.time = time;
    }

    /**
     * Opens a department; the same command again, by its idempotency key, answers the one it opened.
     *
     * @throws DepartmentProblem when it cannot stand there
     */
    public Versioned<DepartmentView> open(CommandContext context, Open command) {
        var id = DepartmentId.of(command.code());
        requireKnown(command.leadership());
        return view(departments.inTransaction(() -> {
            if (departments.find(id).isEmpty()) {
                requirePlace(id, command);
            }
            return create(context, command);
        }));
    }

    private Versioned<DepartmentDocument> create(CommandContext context, Open command) {
        try {
            var department = Department.open(command, time.today());
            return departments.create(context, department, departments.advance());
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new DepartmentProblem.CodeTaken(command.code());
        }
    }

    private void requirePlace(DepartmentId id, Open command) {
        var tree = departments.tree();
        if (command.parent().isPresent()) {
            tree.requireParent(command.parent().get(), command.on());
        } else if (tree.hasTop() || command.kind() == DepartmentKind.FUNCTIONAL_GROUP) {
            throw new DepartmentProblem.SecondTop();
        }
        requireBelow(id, command.leadership().deputies(), tree, command.on());
    }

    /** @throws DepartmentProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<DepartmentView> handle(CommandContext context, DepartmentCommand.OfExisting command) {
        return view(
                switch (command) {
                    case Rename rename ->
                        change(
                                context,
                                rename.id(),
                                department -> department.rename(rename.name(), rename.from(), time.today()));
                    case Move move -> move(context, move);
                    case AppointManager appoint -> appoint(context, appoint);
                    case AppointDeputies appoint -> appoint(context, appoint);
                    case Close close -> close(context, close);
                });
    }

    private Versioned<DepartmentDocument> move(CommandContext context, Move move) {
        return departments.inTransaction(() -> {
            long revision = departments.advance();
            return change(context, move.id(), revision, department -> {
                department.move(move.parent(), move.from(), time.today());
                departments.tree().moved(move.id(), move.parent(), move.from());
            });
        });
    }

    private Versioned<DepartmentDocument> appoint(CommandContext context, AppointManager appoint) {
        appoint.person().ifPresent(person -> requireKnown(new Leadership(Optional.of(person), List.of())));
        return change(
                context,
                appoint.id(),
                department -> department.appointManager(appoint.person(), appoint.from(), time.today()));
    }

    private Versioned<DepartmentDocument> appoint(CommandContext context, AppointDeputies appoint) {
        requireKnown(new Leadership(Optional.empty(), appoint.deputies()));
        requireBelow(appoint.id(), appoint.deputies(), departments.tree(), appoint.from());
        return change(
                context,
                appoint.id(),
                department -> department.appointDeputies(appoint.deputies(), appoint.from(), time.today()));
    }

    private Versioned<DepartmentDocument> close(CommandContext context, Close close) {
        return departments.inTransaction(() -> {
            long revision = departments.advance();
            return change(context, close.id(), revision, department -> {
                department.close(close.on(), Optional.empty(), time.today());
                requireUnused(close.id(), close.on());
            });
        });
    }

    /**
     * Whether people may be given a place in a department from a day on. To be asked inside the transaction that gives the
     * place: closing the department at the same time and this cannot both succeed.
     */
    public boolean admits(DepartmentId id, LocalDate from) {
        departments.meetOn(id);
        return departments
                .find(id)
                .map(department -> department.state().toNode())
                .filter(node -> node.existsOn(from) && node.closedOn().isEmpty())
                .isPresent();
    }

    private void requireUnused(DepartmentId id, LocalDate from) {
        if (departments.tree().anythingBelow(id, from)) {
            throw new StillInUse(id, StillInUse.Use.DEPARTMENTS_BELOW);
        }
        departments.meetOn(id);
        if (staff.anyoneWorksIn(id, from)) {
            throw new StillInUse(id, StillInUse.Use.PEOPLE);
        }
    }

    private Versioned<DepartmentDocument> change(CommandContext context, DepartmentId id, Consumer<Department> decide) {
        return change(context, id, departments.structure().revision(), decide);
    }

    private Versioned<DepartmentDocument> change(
            CommandContext context, DepartmentId id, long revision, Consumer<Department> decide) {
        try {
            return departments.change(id, context, revision, decide);
        } catch (AggregateFailure.NotFound unknown) {
            throw new DepartmentProblem.Unknown(id);
        }
    }

    private void requireKnown(Leadership leadership) {
        var unknown = staff.unknown(leadership.people().collect(Collectors.toCollection(HashSet::new)));
        if (!unknown.isEmpty()) {
            throw new DepartmentProblem.UnknownPeople(
                    unknown.stream().map(PersonId::value).sorted().toList());
        }
    }

    private static void requireBelow(DepartmentId id, List<Deputy> deputies, DepartmentTree tree, LocalDate day) {
        var branches = tree.on(day);
        for (var deputy : deputies) {
            for (var inCharge : deputy.inChargeOf()) {
                if (!branches.isBelow(inCharge, id)) {
                    throw new DepartmentProblem.NotBelow(id, inCharge);
                }
            }
        }
    }

    private Versioned<DepartmentView> view(Versioned<DepartmentDocument> department) {
        return DepartmentView.of(department, time.today());
    }
}
