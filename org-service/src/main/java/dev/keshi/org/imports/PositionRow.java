package dev.keshi.org.imports;

import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.position.Headcount;
import dev.keshi.org.position.PositionCode;
import dev.keshi.org.position.PositionTitle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A position as a file lists it. */
record PositionRow(
        int row,
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String departmentCode,
        @Nullable Integer headcount,
        @Nullable String template) {

    static final String CODE = "code";
    static final String DEPARTMENT = "departmentCode";
    static final String TEMPLATE = "template";

    /** Empty when something in the row is wrong, which is reported. */
    static Optional<PositionRow> read(TableRow row) {
        var code = row.text(CODE, PositionCode::isValid, "import-code");
        var title = row.text("title", PositionTitle::isValid, "import-text");
        var titleEn = row.text("titleEn", PositionTitle::isValid, "import-text");
        var department = row.text(DEPARTMENT, DepartmentCode::isValid, "import-code");
        var headcount = row.number("headcount", Headcount.MOST);
        var template = row.text(TEMPLATE);
        if (!row.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new PositionRow(
                row.number(),
                code.orElseThrow(),
                title.orElseThrow(),
                titleEn.orElse(null),
                department.orElse(null),
                headcount.orElse(null),
                template.orElse(null)));
    }
}
