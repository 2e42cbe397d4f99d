package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.imports.table.Findings;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.imports.table.TableReader;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.person.Assignment;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.person.PersonCommand;
import dev.keshi.org.person.PersonDetails;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionCode;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.position.PositionView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Checks all files of an import together. */
record ImportCheck(
        Function<LocalDate, DepartmentImportService.Known> departments,
        Supplier<Map<String, PositionView>> positions,
        KnownPeople people,
        Predicate<String> templates) {

    private static final int MOST_FINDINGS = 200;

    /**
     * @param roles of whoever imports: what one does not hold one cannot give
     * @throws ImportProblem.Rejected with everything that is wrong
     */
    CheckedTables check(Map<ImportTable, Path> files, Set<String> roles, LocalDate today) {
        var findings = new Findings(MOST_FINDINGS);
        var references = new PeopleReferences();
        var known = departments.apply(today);
        var tree = new DepartmentCheck(known, today, findings, references);
        read(
                files,
                ImportTable.DEPARTMENTS,
                findings,
                row -> DepartmentRow.read(row).ifPresentOrElse(tree::add, () -> tree.addUnsound(row)));
        tree.check();
        var posts = new PositionCheck(positions.get(), templates, tree, findings);
        read(
                files,
                ImportTable.POSITIONS,
                findings,
                row -> PositionRow.read(row).ifPresentOrElse(posts::add, () -> posts.addUnsound(row)));
        var persons = new PersonCheck(tree, posts, tree.branches(), people, references, grantable(roles), findings);
        var count = new AtomicInteger();
        read(
                files,
                ImportTable.PEOPLE,
                findings,
                row -> PersonRow.read(row)
                        .ifPresentOrElse(
                                person -> {
                                    persons.add(person);
                                    count.incrementAndGet();
                                },
                                () -> persons.addUnsound(row)));
        persons.check();
        if (!findings.isEmpty()) {
            throw new ImportProblem.Rejected(findings.kept(), findings.total());
        }
        return new CheckedTables(
                known.revision(),
                tree.listed(),
                posts.listed(),
                count.get(),
                entries -> readPeople(files, tree, entries));
    }

    private static void read(
            Map<ImportTable, Path> files, ImportTable table, Findings findings, Consumer<TableRow> rows) {
        var file = files.get(table);
        if (file != null) {
            new TableReader(table, findings).read(file, rows);
        }
    }

    private static void readPeople(
            Map<ImportTable, Path> files, DepartmentCheck departments, Consumer<PersonEntry> entries) {
        read(
                files,
                ImportTable.PEOPLE,
                new Findings(1),
                row -> PersonRow.read(row)
                        .map(person -> entry(person, departments))
                        .ifPresent(entries));
    }

    private static PersonEntry entry(PersonRow row, DepartmentCheck departments) {
        var department = DepartmentCheck.idOf(row.departmentCode());
        var hire = new PersonCommand.Hire(
                new EmployeeNumber(row.employeeNumber()),
                new PersonDetails(
                        row.name(),
                        Optional.ofNullable(row.email()),
                        Optional.ofNullable(row.phone()),
                        Optional.ofNullable(row.loginName())),
                new Assignment(
                        department,
                        Optional.ofNullable(row.positionCode()).map(code -> PositionId.of(new PositionCode(code))),
                        Optional.ofNullable(row.reportsTo()).map(PersonId::ofEmployeeNumber)),
                row.hiredOn(),
                assignedOn(row, departments.openedOn(department)));
        var roles = new HashSet<>(row.roles());
        roles.add("EMPLOYEE");
        return new PersonEntry(new PersonImportService.Listed(hire, Optional.ofNullable(row.separatedOn())), roles);
    }

    /** Nobody works in a department before it exists, unless the whole employment was before. */
    private static LocalDate assignedOn(PersonRow row, LocalDate opened) {
        boolean younger = opened.isAfter(row.hiredOn());
        boolean leftBefore = row.separatedOn() != null && !row.separatedOn().isAfter(opened);
        return younger && !leftBefore ? opened : row.hiredOn();
    }

    private static Set<String> grantable(Set<String> roles) {
        var grantable = new HashSet<>(roles);
        grantable.add("EMPLOYEE");
        if (roles.contains("ADMIN")) {
            grantable.addAll(Set.of("HR", "AUDITOR"));
        }
        return grantable;
    }
}
