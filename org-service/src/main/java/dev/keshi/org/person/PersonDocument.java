package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.timeline.Fact;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as he or she is kept.
 *
 * @param departmentId where the person works as far as it was told; absent before the first day and after the last
 * @param toldThrough day up to which everything that came into force has been published
 * @param nextDue next day on which something planned comes into force
 */
record PersonDocument(
        String employeeNumber,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String loginName,
        LocalDate hiredOn,
        @Nullable LocalDate separatedOn,
        List<AssignmentFact> assignments,
        @Nullable String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        LocalDate toldThrough,
        @Nullable LocalDate nextDue) {

    record AssignmentFact(
            LocalDate from,
            String departmentId,
            @Nullable String positionId,
            @Nullable String reportsTo) {}

    static PersonDocument of(Person person) {
        var state = person.state();
        var details = state.details();
        var today = state.toldThrough();
        var now = state.separatedOn().filter(end -> !today.isBefore(end)).isPresent()
                ? Optional.<Assignment>empty()
                : state.assignments().on(today);
        return new PersonDocument(
                state.employeeNumber().value(),
                details.name(),
                details.email().orElse(null),
                details.phone().orElse(null),
                details.loginName().orElse(null),
                state.hiredOn(),
                state.separatedOn().orElse(null),
                state.assignments().facts().stream().map(PersonDocument::of).toList(),
                now.map(place -> place.department().value()).orElse(null),
                now.flatMap(Assignment::position).map(PositionId::value).orElse(null),
                now.flatMap(Assignment::reportsTo).map(PersonId::value).orElse(null),
                state.toldThrough(),
                person.nextDue().orElse(null));
    }

    private static AssignmentFact of(Fact<Assignment> fact) {
        var place = fact.value();
        return new AssignmentFact(
                fact.from(),
                place.department().value(),
                place.position().map(PositionId::value).orElse(null),
                place.reportsTo().map(PersonId::value).orElse(null));
    }

    Person toPerson() {
        return new Person(new Person.State(
                new EmployeeNumber(employeeNumber),
                hiredOn,
                details(),
                assignmentTimeline(),
                Optional.ofNullable(separatedOn),
                toldThrough));
    }

    PersonDetails details() {
        return new PersonDetails(
                name, Optional.ofNullable(email), Optional.ofNullable(phone), Optional.ofNullable(loginName));
    }

    Timeline<Assignment> assignmentTimeline() {
        return new Timeline<>(assignments.stream()
                .map(fact -> new Fact<>(
                        fact.from(),
                        new Assignment(
                                new DepartmentId(fact.departmentId()),
                                Optional.ofNullable(fact.positionId()).map(PositionId::new),
                                Optional.ofNullable(fact.reportsTo()).map(PersonId::new))))
                .toList());
    }

    /** Whether nothing differs but how far it was told. */
    boolean isSameAs(PersonDocument other) {
        return details().equals(other.details())
                && hiredOn.equals(other.hiredOn)
                && Objects.equals(separatedOn, other.separatedOn)
                && assignments.equals(other.assignments)
                && Objects.equals(nextDue, other.nextDue);
    }

    boolean isEmployedOn(LocalDate day) {
        return !day.isBefore(hiredOn) && (separatedOn == null || day.isBefore(separatedOn));
    }

    @Override
    public String toString() {
        return "PersonDocument[" + employeeNumber + "]";
    }
}
