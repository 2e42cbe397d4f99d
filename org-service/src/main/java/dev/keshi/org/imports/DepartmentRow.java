package dev.keshi.org.imports;

import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.department.DepartmentKind;
import dev.keshi.org.department.DepartmentName;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.person.EmployeeNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department as a file lists it.
 *
 * @param row for what is said about it
 * @param deputyInCharge employee number of the deputy of a department above who is in charge of this one
 */
record DepartmentRow(
        int row,
        String code,
        String name,
        @Nullable String nameEn,
        DepartmentKind kind,
        @Nullable String parentCode,
        @Nullable String manager,
        List<DeputyCell> deputies,
        @Nullable String deputyInCharge,
        @Nullable LocalDate openedOn) {

    static final String CODE = "code";
    static final String KIND = "kind";
    static final String PARENT = "parentCode";
    static final String MANAGER = "manager";
    static final String DEPUTIES = "deputies";
    static final String DEPUTY_IN_CHARGE = "deputyInCharge";
    static final String OPENED_ON = "openedOn";

    /** One entry of the cell {@code deputies}: {@code 100002:生产制造/Manufacturing}. */
    record DeputyCell(
            String employeeNumber, String area, @Nullable String areaEn) {}

    /** Empty when something in the row is wrong, which is reported. */
    static Optional<DepartmentRow> read(TableRow row) {
        var code = row.text(CODE, DepartmentCode::isValid, "import-code");
        var name = row.text("name", DepartmentName::isValid, "import-text");
        var nameEn = row.text("nameEn", DepartmentName::isValid, "import-text");
        var kind = kind(row);
        var parent = row.text(PARENT, DepartmentCode::isValid, "import-code");
        var manager = row.text(MANAGER, EmployeeNumber::isValid, "import-code");
        var deputies = deputies(row, manager);
        var inCharge = row.text(DEPUTY_IN_CHARGE, EmployeeNumber::isValid, "import-code");
        var openedOn = row.date(OPENED_ON);
        if (!row.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new DepartmentRow(
                row.number(),
                code.orElseThrow(),
                name.orElseThrow(),
                nameEn.orElse(null),
                kind,
                parent.orElse(null),
                manager.orElse(null),
                deputies,
                inCharge.orElse(null),
                openedOn.orElse(null)));
    }

    private static DepartmentKind kind(TableRow row) {
        var text = row.text(KIND).map(kind -> kind.toUpperCase(Locale.ROOT)).orElse("");
        return switch (text) {
            case "", "部门", "科室", "DEPARTMENT" -> DepartmentKind.DEPARTMENT;
            case "职能小组", "小组", "FUNCTIONAL_GROUP", "FUNCTIONAL GROUP", "GROUP" -> DepartmentKind.FUNCTIONAL_GROUP;
            default -> {
                row.wrong(KIND, "import-kind");
                yield DepartmentKind.DEPARTMENT;
            }
        };
    }

    private static List<DeputyCell> deputies(TableRow row, Optional<String> manager) {
        var cell = row.text(DEPUTIES);
        var deputies = new ArrayList<DeputyCell>();
        var people = new HashSet<>(manager.stream().toList());
        for (var entry : cell.map(text -> text.split("[;；|]")).orElse(new String[0])) {
            var deputy = deputy(entry.strip());
            if (deputy.isEmpty()) {
                row.wrong(DEPUTIES, "import-deputies");
            } else if (!people.add(deputy.get().employeeNumber())) {
                row.wrong(DEPUTIES, "import-leader-twice", deputy.get().employeeNumber());
            }
            deputy.ifPresent(deputies::add);
        }
        return deputies;
    }

    private static Optional<DeputyCell> deputy(String entry) {
        var numberAndArea = entry.split("[:：]", 2);
        if (numberAndArea.length < 2 || !EmployeeNumber.isValid(numberAndArea[0].strip())) {
            return Optional.empty();
        }
        var areas = numberAndArea[1].split("/", 2);
        var area = areas[0].strip();
        var english = areas.length < 2 ? null : areas[1].strip();
        boolean valid = DepartmentName.isValid(area) && (english == null || DepartmentName.isValid(english));
        return valid ? Optional.of(new DeputyCell(numberAndArea[0].strip(), area, english)) : Optional.empty();
    }
}
