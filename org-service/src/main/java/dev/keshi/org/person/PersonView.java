package dev.keshi.org.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory shows him or her.
 *
 * @param departmentId absent before the first working day and after the last
 * @param reportsTo absent: whoever manages the department, or the department above for the manager himself
 * @param employment PLANNED, EMPLOYED or LEFT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        String id,
        String employeeNumber,
        String name,
        @Nullable String email,
        @Nullable String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        Employment employment) {

    /** Where a person stands today. */
    public enum Employment {
        PLANNED,
        EMPLOYED,
        LEFT
    }

    static PersonView of(String id, PersonDocument person, LocalDate today) {
        return new PersonView(
                id,
                person.employeeNumber(),
                person.name(),
                person.email(),
                person.departmentId(),
                person.positionId(),
                person.reportsTo(),
                employment(person, today));
    }

    private static Employment employment(PersonDocument person, LocalDate today) {
        if (today.isBefore(person.hiredOn())) {
            return Employment.PLANNED;
        }
        return person.isEmployedOn(today) ? Employment.EMPLOYED : Employment.LEFT;
    }

    /**
     * Everything that is known of a person here; for personnel, auditors and the person.
     *
     * @param separatedOn first day on which the person does not belong to the enterprise any more
     * @param assignments where the person worked, works and will work, each from a day on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonRecord(
            PersonView person,
            @Nullable String phone,
            @Nullable String loginName,
            LocalDate hiredOn,
            @Nullable LocalDate separatedOn,
            List<AssignmentView> assignments) {

        static PersonRecord of(String id, PersonDocument person, LocalDate today) {
            return new PersonRecord(
                    PersonView.of(id, person, today),
                    person.phone(),
                    person.loginName(),
                    person.hiredOn(),
                    person.separatedOn(),
                    person.assignments().stream()
                            .map(fact -> new AssignmentView(
                                    fact.from(), fact.departmentId(), fact.positionId(), fact.reportsTo()))
                            .toList());
        }
    }

    /** Where a person works from a day on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssignmentView(
            LocalDate from,
            String departmentId,
            @Nullable String positionId,
            @Nullable String reportsTo) {}
}
