package dev.keshi.org.person.web;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.person.Assignment;
import dev.keshi.org.person.EmployeeNumber;
import dev.keshi.org.person.PersonCommand;
import dev.keshi.org.person.PersonDetails;
import dev.keshi.org.position.PositionId;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about people. A day that is left out is today, except the one on which a person leaves. */
final class PersonRequests {

    private static final int ID = 64;
    private static final int NAME = 60;
    private static final int ADDRESS = 254;

    private PersonRequests() {}

    record HirePerson(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String employeeNumber,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = ADDRESS) String email,
            @Nullable @Size(min = 1, max = 30) String phone,
            @Nullable @Size(min = 1, max = 40) String loginName,
            @NotNull @Size(min = 1, max = ID) String departmentId,
            @Nullable @Size(min = 1, max = ID) String positionId,
            @Nullable @Size(min = 1, max = ID) String reportsTo,
            @Nullable LocalDate hiredOn) {

        PersonCommand.Hire toCommand(LocalDate today) {
            var on = hiredOn == null ? today : hiredOn;
            return new PersonCommand.Hire(
                    new EmployeeNumber(employeeNumber),
                    details(name, email, phone, loginName),
                    assignment(departmentId, positionId, reportsTo),
                    on,
                    on);
        }
    }

    record TransferPerson(
            @NotNull @Size(min = 1, max = ID) String departmentId,
            @Nullable @Size(min = 1, max = ID) String positionId,
            @Nullable @Size(min = 1, max = ID) String reportsTo,
            @Nullable LocalDate effectiveOn) {

        PersonCommand.Transfer toCommand(PersonId id, LocalDate today) {
            return new PersonCommand.Transfer(
                    id, assignment(departmentId, positionId, reportsTo), effectiveOn == null ? today : effectiveOn);
        }
    }

    /** Without a superior the person reports to whoever manages the department. */
    record ChangeReportingLine(
            @Nullable @Size(min = 1, max = ID) String reportsTo,
            @Nullable LocalDate effectiveOn) {

        PersonCommand.ChangeReportingLine toCommand(PersonId id, LocalDate today) {
            return new PersonCommand.ChangeReportingLine(
                    id, Optional.ofNullable(reportsTo).map(PersonId::new), effectiveOn == null ? today : effectiveOn);
        }
    }

    /** The details as they are from now on, completely. */
    record ChangeDetails(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = ADDRESS) String email,
            @Nullable @Size(min = 1, max = 30) String phone,
            @Nullable @Size(min = 1, max = 40) String loginName) {

        PersonCommand.ChangeDetails toCommand(PersonId id) {
            return new PersonCommand.ChangeDetails(id, details(name, email, phone, loginName));
        }
    }

    /** @param separatedOn first day on which the person does not belong to the enterprise any more */
    record SeparatePerson(@NotNull LocalDate separatedOn) {

        PersonCommand.Separate toCommand(PersonId id) {
            return new PersonCommand.Separate(id, separatedOn);
        }
    }

    private static Assignment assignment(String departmentId, @Nullable String positionId, @Nullable String reportsTo) {
        return new Assignment(
                new DepartmentId(departmentId),
                Optional.ofNullable(positionId).map(PositionId::new),
                Optional.ofNullable(reportsTo).map(PersonId::new));
    }

    private static PersonDetails details(
            String name, @Nullable String email, @Nullable String phone, @Nullable String loginName) {
        var findings = new ArrayList<Finding>();
        var address = Optional.ofNullable(email).map(text -> text.toLowerCase(Locale.ROOT));
        var login = Optional.ofNullable(loginName).map(text -> text.toLowerCase(Locale.ROOT));
        address.filter(text -> !PersonDetails.isValidEmail(text))
                .ifPresent(_ -> findings.add(Finding.at("/email", "pattern")));
        Optional.ofNullable(phone)
                .filter(text -> !PersonDetails.isValidPhone(text))
                .ifPresent(_ -> findings.add(Finding.at("/phone", "pattern")));
        login.filter(text -> !PersonDetails.isValidLoginName(text))
                .ifPresent(_ -> findings.add(Finding.at("/loginName", "pattern")));
        if (!findings.isEmpty()) {
            throw CommonProblem.invalidRequest(List.copyOf(findings)).toException();
        }
        return new PersonDetails(name, address, Optional.ofNullable(phone), login);
    }
}
