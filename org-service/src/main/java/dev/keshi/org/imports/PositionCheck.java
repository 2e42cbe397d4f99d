package dev.keshi.org.imports;

import dev.keshi.org.department.Branches;
import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.imports.table.Findings;
import dev.keshi.org.imports.table.ImportTable;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.position.Headcount;
import dev.keshi.org.position.PositionCode;
import dev.keshi.org.position.PositionCommand.Define;
import dev.keshi.org.position.PositionCommand.PositionContent;
import dev.keshi.org.position.PositionTitle;
import dev.keshi.org.position.PositionView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The positions of a file against each other, the departments and those that exist. */
final class PositionCheck {

    private static final ImportTable TABLE = ImportTable.POSITIONS;

    private final Map<String, PositionView> known;
    private final Predicate<String> templates;
    private final DepartmentCheck departments;
    private final Findings findings;
    private final Map<String, PositionRow> rows = new LinkedHashMap<>();

    /** Listed in rows in which some cell is wrong. */
    private final Set<String> unsound = new HashSet<>();

    /** @param templates whether there is a role template of a name */
    PositionCheck(
            Map<String, PositionView> known,
            Predicate<String> templates,
            DepartmentCheck departments,
            Findings findings) {
        this.known = known;
        this.templates = templates;
        this.departments = departments;
        this.findings = findings;
    }

    /** The departments of the file have been added before. */
    void add(PositionRow row) {
        var before = rows.putIfAbsent(row.code(), row);
        if (before != null) {
            findings.ofCell(TABLE, row.row(), PositionRow.CODE, "import-duplicate", before.row());
            return;
        }
        var existing = known.get(row.code());
        if (existing != null && !existing.inUse()) {
            findings.ofCell(TABLE, row.row(), PositionRow.CODE, "import-position-out-of-use", row.code());
        }
        if (row.departmentCode() != null && !departments.exists(DepartmentCheck.idOf(row.departmentCode()))) {
            findings.ofCell(
                    TABLE, row.row(), PositionRow.DEPARTMENT, "import-unknown-department", row.departmentCode());
        }
        if (row.template() != null && !templates.test(row.template())) {
            findings.ofCell(TABLE, row.row(), PositionRow.TEMPLATE, "import-unknown-template", row.template());
        }
    }

    /** A row in which some cell is wrong: the others are checked all the same. */
    void addUnsound(TableRow row) {
        row.readable(PositionRow.CODE, PositionCode::isValid).ifPresent(unsound::add);
        row.readable(PositionRow.DEPARTMENT, DepartmentCode::isValid)
                .filter(code -> !departments.exists(DepartmentCheck.idOf(code)))
                .ifPresent(code -> row.wrong(PositionRow.DEPARTMENT, "import-unknown-department", code));
    }

    boolean exists(String code) {
        var existing = known.get(code);
        return unsound.contains(code) || rows.containsKey(code) || (existing != null && existing.inUse());
    }

    /** Whether people of a department may be given a position that exists, as far as that can be told. */
    boolean isOfferedIn(String code, DepartmentId department, Branches branches) {
        var row = rows.get(code);
        if (unsound.contains(code) || departments.isUnsound(department)) {
            return true;
        }
        if (row == null) {
            return Optional.ofNullable(known.get(code))
                    .filter(position -> position.isOfferedIn(department, branches))
                    .isPresent();
        }
        @Nullable String home = row.departmentCode();
        return home == null
                || departments.isUnsound(DepartmentCheck.idOf(home))
                || DepartmentCheck.idOf(home).equals(department)
                || branches.isBelow(department, DepartmentCheck.idOf(home));
    }

    /** What shall be. To be asked when nothing was found wrong. */
    List<Define> listed() {
        return rows.values().stream()
                .map(row -> new Define(
                        new PositionCode(row.code()),
                        new PositionContent(
                                new PositionTitle(row.title(), Optional.ofNullable(row.titleEn())),
                                Optional.ofNullable(row.departmentCode()).map(DepartmentCheck::idOf),
                                Optional.ofNullable(row.headcount()).map(Headcount::new)),
                        Optional.ofNullable(row.template())))
                .toList();
    }
}
