package dev.keshi.org.imports;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.org.ImportOutcome;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.imports.ImportDocument.Progress;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionImportService;
import dev.keshi.org.position.RoleTemplates;
import dev.keshi.service.time.EnterpriseTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door for importing. */
@Service
public class ImportService {

    private static final int CHECKS = 3;

    private final ImportCheck check;
    private final DepartmentImportService departments;
    private final Imports imports;
    private final ImportRunner runner;
    private final Ids ids;
    private final EnterpriseTime time;

    ImportService(
            DepartmentImportService departments,
            PositionImportService positions,
            PersonImportService people,
            AccountQueries accounts,
            RoleTemplates templates,
            Imports imports,
            ImportRunner runner,
            Ids ids,
            EnterpriseTime time) {
        this.check = new ImportCheck(
                departments::known,
                positions::known,
                new StoredPeople(people, accounts),
                name -> templates.find(name).isPresent());
        this.departments = departments;
        this.imports = imports;
        this.runner = runner;
        this.ids = ids;
        this.time = time;
    }

    /** What would be imported. */
    public record Summary(int departments, int positions, int people) {}

    /**
     * Checks files and writes nothing.
     *
     * @param roles of whoever imports
     * @throws ImportProblem.Rejected with everything that is wrong
     */
    public Summary check(Map<ImportTable, Path> files, Set<String> roles) {
        return summary(check.check(files, roles, time.today()));
    }

    /**
     * Checks files and accepts them; from then on they are carried out whatever happens. The same command again, by its
     * idempotency key, answers the import it made.
     *
     * @throws ImportProblem when they are not accepted
     */
    public ImportView submit(CommandContext context, Map<ImportTable, Path> files, Set<String> roles) {
        var id = ids.forCommand("import", context);
        var before = imports.find(id);
        if (before.isPresent()) {
            return before.get().toView();
        }
        for (int attempt = 1; attempt <= CHECKS; attempt++) {
            if (departments.isHeld()) {
                throw new ImportProblem.Running();
            }
            var checked = check.check(files, roles, time.today());
            var fresh = keep(id, context, checked);
            if (accept(fresh, checked.revision())) {
                runner.wake();
                return fresh.toView();
            }
        }
        imports.forgetParts(id);
        throw new ImportProblem.StructureBusy();
    }

    private boolean accept(ImportDocument fresh, long revision) {
        return imports.inTransaction(() -> departments.hold(fresh.id(), revision) && imports.accept(fresh));
    }

    private ImportDocument keep(String id, CommandContext context, CheckedTables checked) {
        var parts = new ImportParts(imports, id);
        return new ImportDocument(
                id,
                context.actor(),
                ImportStatus.ACCEPTED,
                time.today(),
                time.now(),
                null,
                ImportTable.DEPARTMENTS,
                0,
                List.of(
                        progress(ImportTable.DEPARTMENTS, checked.departments().size(), parts.keepDepartments(checked)),
                        progress(ImportTable.POSITIONS, checked.positions().size(), parts.keepPositions(checked)),
                        progress(ImportTable.PEOPLE, checked.people(), parts.keepPeople(checked))));
    }

    private static Progress progress(ImportTable table, int rows, int chunks) {
        return new Progress(table, rows, chunks, 0, ImportOutcome.NOTHING);
    }

    private static Summary summary(CheckedTables checked) {
        return new Summary(checked.departments().size(), checked.positions().size(), checked.people());
    }
}
