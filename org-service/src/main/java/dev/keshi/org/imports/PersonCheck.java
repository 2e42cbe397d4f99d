package dev.keshi.org.imports;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.Branches;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.imports.table.Findings;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of a file against each other, departments, positions and those that exist. Rows come one by one and are not
 * kept; of each only the number, addresses and superior are.
 */
final class PersonCheck {

    private static final ImportTable TABLE = ImportTable.PEOPLE;
    private static final int AT_ONCE = 1_000;

    private final DepartmentCheck departments;
    private final PositionCheck positions;
    private final Branches branches;
    private final KnownPeople people;
    private final PeopleReferences references;
    private final Set<String> grantable;
    private final Findings findings;

    private final Map<String, Integer> rowsByNumber = new HashMap<>();
    private final Map<String, Integer> rowsByEmail = new HashMap<>();
    private final Map<String, Integer> rowsByLoginName = new HashMap<>();
    private final Map<String, String> superiors = new HashMap<>();
    private final List<PersonRow> waiting = new ArrayList<>(AT_ONCE);

    /** @param grantable roles that whoever imports may give */
    PersonCheck(
            DepartmentCheck departments,
            PositionCheck positions,
            Branches branches,
            KnownPeople people,
            PeopleReferences references,
            Set<String> grantable,
            Findings findings) {
        this.departments = departments;
        this.positions = positions;
        this.branches = branches;
        this.people = people;
        this.references = references;
        this.grantable = grantable;
        this.findings = findings;
    }

    void add(PersonRow row) {
        checkUnique(row.row(), PersonRow.NUMBER, row.employeeNumber(), rowsByNumber);
        checkUnique(row.row(), PersonRow.EMAIL, row.email(), rowsByEmail);
        checkUnique(row.row(), PersonRow.LOGIN_NAME, row.loginName(), rowsByLoginName);
        checkPlace(row.row(), row.departmentCode(), row.positionCode());
        checkSuperior(row.row(), row.employeeNumber(), row.reportsTo());
        if (!grantable.containsAll(row.roles())) {
            wrong(row.row(), PersonRow.ROLES, "import-role-not-held");
        }
        waiting.add(row);
        if (waiting.size() == AT_ONCE) {
            checkAgainstKnown();
        }
    }

    /** A row in which some cell is wrong: who it is about, and whom and what the others name, is checked all the same. */
    void addUnsound(TableRow row) {
        var number = row.readable(PersonRow.NUMBER, EmployeeNumber::isValid).orElse(null);
        checkUnique(row.number(), PersonRow.NUMBER, number, rowsByNumber);
        var position = row.readable(PersonRow.POSITION, PositionCode::isValid).orElse(null);
        row.readable(PersonRow.DEPARTMENT, DepartmentCode::isValid)
                .ifPresent(department -> checkPlace(row.number(), department, position));
        if (number != null) {
            checkSuperior(
                    row.number(),
                    number,
                    row.readable(PersonRow.REPORTS_TO, EmployeeNumber::isValid).orElse(null));
        }
    }

    private void checkUnique(int row, String column, @Nullable String value, Map<String, Integer> seen) {
        if (value == null) {
            return;
        }
        var before = seen.putIfAbsent(value, row);
        if (before != null) {
            wrong(row, column, "import-duplicate", before);
        }
    }

    private void checkPlace(int row, String departmentCode, @Nullable String positionCode) {
        var department = DepartmentCheck.idOf(departmentCode);
        if (!departments.exists(department)) {
            wrong(row, PersonRow.DEPARTMENT, "import-unknown-department", departmentCode);
        }
        if (positionCode == null) {
            return;
        }
        if (!positions.exists(positionCode)) {
            wrong(row, PersonRow.POSITION, "import-unknown-position", positionCode);
        } else if (!positions.isOfferedIn(positionCode, department, branches)) {
            wrong(row, PersonRow.POSITION, "import-position-elsewhere", positionCode);
        }
    }

    private void checkSuperior(int row, String employeeNumber, @Nullable String superior) {
        if (superior == null) {
            return;
        }
        if (superior.equals(employeeNumber)) {
            wrong(row, PersonRow.REPORTS_TO, "import-own-superior");
        } else {
            superiors.put(employeeNumber, superior);
            references.add(superior, TABLE, row, PersonRow.REPORTS_TO);
        }
    }

    /** To be called when all rows are there. */
    void check() {
        checkAgainstKnown();
        references.check(rowsByNumber.keySet(), people, findings);
        checkLines();
    }

    private void checkAgainstKnown() {
        var known = people.known(waiting.stream().map(PersonCheck::idOf).toList());
        var emails = people.ownersOfEmails(values(PersonRow::email));
        var loginNames = people.ownersOfLoginNames(values(PersonRow::loginName));
        for (var row : waiting) {
            checkKnown(row, Optional.ofNullable(known.get(idOf(row))));
            checkOwner(row, PersonRow.EMAIL, row.email(), emails, "import-email-taken");
            checkOwner(row, PersonRow.LOGIN_NAME, row.loginName(), loginNames, "import-login-name-taken");
        }
        waiting.clear();
    }

    private void checkKnown(PersonRow row, Optional<PersonImportService.Known> known) {
        if (known.isEmpty()) {
            return;
        }
        if (!known.get().hiredOn().equals(row.hiredOn())) {
            wrong(
                    row.row(),
                    PersonRow.HIRED_ON,
                    "import-hired-differs",
                    known.get().hiredOn().toString());
        }
        known.get()
                .separatedOn()
                .filter(end -> !end.equals(row.separatedOn()))
                .ifPresent(end -> wrong(row.row(), PersonRow.SEPARATED_ON, "import-person-left", end.toString()));
    }

    /** Somebody else who has the address or name keeps it. */
    private void checkOwner(
            PersonRow row, String column, @Nullable String value, Map<String, PersonId> owners, String code) {
        if (value != null) {
            Optional.ofNullable(owners.get(value))
                    .filter(owner -> !owner.equals(idOf(row)))
                    .ifPresent(_ -> wrong(row.row(), column, code));
        }
    }

    private Collection<String> values(Function<PersonRow, @Nullable String> field) {
        return waiting.stream()
                .flatMap(row -> Optional.ofNullable(field.apply(row)).stream())
                .collect(Collectors.toSet());
    }

    /** Walks each line up once; everybody on a circle is reported. */
    private void checkLines() {
        var settled = new HashSet<String>();
        for (var start : superiors.keySet()) {
            var way = new LinkedHashSet<String>();
            @Nullable String next = start;
            while (next != null && !settled.contains(next) && way.add(next)) {
                next = superiors.get(next);
            }
            if (next != null && way.contains(next)) {
                reportCircle(List.copyOf(way).subList(List.copyOf(way).indexOf(next), way.size()));
            }
            settled.addAll(way);
        }
    }

    private void reportCircle(List<String> circle) {
        var text = String.join(" → ", circle.size() > 10 ? circle.subList(0, 10) : circle);
        for (var number : circle) {
            findings.ofCell(
                    TABLE, rowsByNumber.getOrDefault(number, 0), PersonRow.REPORTS_TO, "import-reporting-cycle", text);
        }
    }

    private void wrong(int row, String column, String code, Object... args) {
        findings.ofCell(TABLE, row, column, code, args);
    }

    private static PersonId idOf(PersonRow row) {
        return PersonId.ofEmployeeNumber(row.employeeNumber());
    }
}
