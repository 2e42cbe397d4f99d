package dev.keshi.org.imports;

import dev.keshi.org.department.DepartmentCode;
import dev.keshi.org.imports.table.TableRow;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.person.PersonDetails;
import dev.keshi.org.position.PositionCode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person as a file lists him or her.
 *
 * @param reportsTo employee number; absent: whoever manages the department
 * @param roles of the account the person is invited to, beside EMPLOYEE
 */
record PersonRow(
        int row,
        String employeeNumber,
        String name,
        String departmentCode,
        @Nullable String positionCode,
        @Nullable String reportsTo,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String loginName,
        Set<String> roles,
        LocalDate hiredOn,
        @Nullable LocalDate separatedOn) {

    static final String NUMBER = "employeeNumber";
    static final String DEPARTMENT = "departmentCode";
    static final String POSITION = "positionCode";
    static final String REPORTS_TO = "reportsTo";
    static final String EMAIL = "email";
    static final String LOGIN_NAME = "loginName";
    static final String ROLES = "roles";
    static final String HIRED_ON = "hiredOn";
    static final String SEPARATED_ON = "separatedOn";

    /** What an account can be given by import: an administrator is made by an administrator. */
    private static final Set<String> ROLES_BY_IMPORT = Set.of("EMPLOYEE", "HR", "AUDITOR");

    /** Empty when something in the row is wrong, which is reported. */
    static Optional<PersonRow> read(TableRow row) {
        var number = row.text(NUMBER, EmployeeNumber::isValid, "import-code");
        var name = row.text("name", PersonDetails::isValidName, "import-text");
        var department = row.text(DEPARTMENT, DepartmentCode::isValid, "import-code");
        var position = row.text(POSITION, PositionCode::isValid, "import-code");
        var reportsTo = row.text(REPORTS_TO, EmployeeNumber::isValid, "import-code");
        var email = row.text(EMAIL, text -> PersonDetails.isValidEmail(lower(text)), "import-email");
        var phone = row.text("phone", PersonDetails::isValidPhone, "import-phone");
        var login = row.text(LOGIN_NAME, text -> PersonDetails.isValidLoginName(lower(text)), "import-login-name");
        var roles = roles(row);
        var hiredOn = row.date(HIRED_ON);
        var separatedOn = row.date(SEPARATED_ON);
        if (hiredOn.isPresent()
                && separatedOn.filter(end -> !end.isAfter(hiredOn.get())).isPresent()) {
            row.wrong(SEPARATED_ON, "import-separated-before-hired");
        }
        if (!row.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new PersonRow(
                row.number(),
                number.orElseThrow(),
                name.orElseThrow(),
                department.orElseThrow(),
                position.orElse(null),
                reportsTo.orElse(null),
                email.map(PersonRow::lower).orElse(null),
                phone.orElse(null),
                login.map(PersonRow::lower).orElse(null),
                roles,
                hiredOn.orElseThrow(),
                separatedOn.orElse(null)));
    }

    private static Set<String> roles(TableRow row) {
        var roles = new TreeSet<String>();
        for (var role : row.text(ROLES).map(text -> text.split("[;；|,，、\\s]+")).orElse(new String[0])) {
            var name = role.toUpperCase(Locale.ROOT);
            if (ROLES_BY_IMPORT.contains(name)) {
                roles.add(name);
            } else if (!name.isEmpty()) {
                row.wrong(ROLES, "import-role");
            }
        }
        return Set.copyOf(roles);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonRow[" + employeeNumber + "]";
    }
}
