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
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionImportService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Carries out an accepted import, a few parts at a time. After them the place is kept and the lease renewed in one write;
 * a part that was carried out before the place could be kept is carried out again and finds everything done.
 */
record ImportRun(
        Imports imports,
        DepartmentImportService departments,
        PositionImportService positions,
        PersonImportService people,
        Invitations invitations,
        AccountQueries accounts) {

    static final Duration LEASE = Duration.ofSeconds(20);

    /** While one part waits for the store the other computes. */
    private static final int AT_ONCE = 2;

    /** @param goOn asked before each step; whoever stops leaves the rest to the next holder of the lease */
    void carryOut(Leased leased, BooleanSupplier goOn) {
        // Platform threads: the work is computing as much as waiting, and must not hold up what answers requests.
        var threads = Thread.ofPlatform().name("import-part-", 0).factory();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            var at = Optional.of(leased);
            while (at.isPresent() && goOn.getAsBoolean()) {
                var next = at.get().document().atNextPart();
                if (next.isEmpty()) {
                    complete(at.get());
                    return;
                }
                at = carryOutParts(at.get().with(next.get()), workers);
            }
        }
    }

    /** The next parts, each on its own; the place is kept when all of them are done. */
    private Optional<Leased> carryOutParts(Leased leased, ExecutorService workers) {
        var job = leased.document();
        var running = IntStream.range(job.chunk(), job.chunkAfter(atOnce(job.table())))
                .mapToObj(chunk -> workers.submit(() -> carryOutPart(job, chunk)))
                .toList();
        var advanced = job;
        for (var part : running) {
            var done = outcomeOf(part);
            advanced = advanced.after(done.rows(), done.outcome());
        }
        var next = leased.with(advanced);
        return imports.save(next, LEASE) ? Optional.of(next) : Optional.empty();
    }

    /** Departments hang on each other; people and positions do not. */
    private static int atOnce(ImportTable table) {
        return table == ImportTable.DEPARTMENTS ? 1 : AT_ONCE;
    }

    private static Done outcomeOf(Future<Done> part) {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A part of an import was not carried out", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before a part of an import was carried out", stopped);
        }
    }

    private record Done(int rows, ImportOutcome outcome) {}

    private Done carryOutPart(ImportDocument job, int chunk) {
        var part = imports.part(job.id(), job.table().wireName(), chunk);
        var context = CommandContext.of(job.actor());
        var outcome = switch (job.table()) {
            case DEPARTMENTS ->
                departments.carryOut(context, job.id(), ImportParts.departments(part), job.effectiveOn());
            case POSITIONS -> positions.carryOut(context, ImportParts.positions(part));
            case PEOPLE -> carryOutPeople(context, job, part);
        };
        return new Done(part.rows(), outcome);
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
