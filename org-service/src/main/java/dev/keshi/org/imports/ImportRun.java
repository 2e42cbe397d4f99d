package dev.keshi.org.imports;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.ImportOutcome;
import dev.keshi.org.PersonId;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.Invitations;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.imports.Imports.Leased;
import dev.keshi.org.imports.Imports.Part;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionImportService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Carries out an accepted import part by part. After each part the place is kept and the lease renewed in one write; a part
 * that was carried out before the place could be kept is carried out again and finds everything done.
 */
record ImportRun(
        Imports imports,
        DepartmentImportService departments,
        PositionImportService positions,
        PersonImportService people,
        Invitations invitations,
        AccountQueries accounts) {

    static final Duration LEASE = Duration.ofSeconds(20);

    /** @param goOn asked before each part; whoever stops leaves the rest to the next holder of the lease */
    void carryOut(Leased leased, BooleanSupplier goOn) {
        var at = Optional.of(leased);
        while (at.isPresent() && goOn.getAsBoolean()) {
            var next = at.get().document().atNextPart();
            if (next == null) {
                complete(at.get());
                return;
            }
            at = carryOutPart(at.get().with(next));
        }
    }

    private Optional<Leased> carryOutPart(Leased leased) {
        var job = leased.document();
        var part = imports.part(job.id(), job.table().wireName(), job.chunk());
        var context = CommandContext.of(job.actor());
        var outcome = switch (job.table()) {
            case DEPARTMENTS ->
                departments.carryOut(context, job.id(), ImportParts.departments(part), job.effectiveOn());
            case POSITIONS -> positions.carryOut(context, ImportParts.positions(part));
            case PEOPLE -> carryOutPeople(context, job, part);
        };
        var advanced = leased.with(job.after(part.rows(), outcome));
        return imports.save(advanced, LEASE) ? Optional.of(advanced) : Optional.empty();
    }

    private ImportOutcome carryOutPeople(CommandContext context, ImportDocument job, Part part) {
        var entries = ImportParts.people(part);
        var listed = entries.stream().map(PersonEntry::person).toList();
        var outcome = people.carryOut(context, listed, job.effectiveOn());
        invitations.inviteAll(context, withoutTakenNames(invitations(entries)));
        return outcome;
    }

    private static List<Invitation> invitations(List<PersonEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.person().separatedOn().isEmpty())
                .flatMap(entry -> entry.person().hire().details().loginName().stream()
                        .map(login -> new Invitation(idOf(entry).value(), login, entry.roles())))
                .toList();
    }

    /** Somebody else may have got a name since the files were checked; the person then has no account yet. */
    private List<Invitation> withoutTakenNames(List<Invitation> wanted) {
        var owners = accounts.owners(wanted.stream().map(Invitation::loginName).toList());
        return wanted.stream()
                .filter(one ->
                        owners.getOrDefault(one.loginName(), one.personId()).equals(one.personId()))
                .toList();
    }

    private static PersonId idOf(PersonEntry entry) {
        return PersonId.ofEmployeeNumber(entry.person().hire().employeeNumber().value());
    }

    /** The structure is set free first: if the rest is lost, the next holder comes here again. */
    private void complete(Leased leased) {
        departments.release(leased.document().id());
        imports.forgetParts(leased.document().id());
        imports.complete(leased);
    }
}
