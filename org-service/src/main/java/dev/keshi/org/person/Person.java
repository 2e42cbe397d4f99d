package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.person.PersonEvent.DetailsChanged;
import dev.keshi.org.person.PersonEvent.Hired;
import dev.keshi.org.person.PersonEvent.ReportingLineChanged;
import dev.keshi.org.person.PersonEvent.Separated;
import dev.keshi.org.person.PersonEvent.Transferred;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A person with the history and the plans of where he or she works. What begins after today is planned and told only when
 * its day has come ({@link #comeIntoForce}); what has come into force is never rewritten.
 */
final class Person {

    private final PersonId id;
    private final EmployeeNumber employeeNumber;
    private final LocalDate hiredOn;
    private PersonDetails details;
    private Timeline<Assignment> assignments;
    private Optional<LocalDate> separatedOn;
    private LocalDate toldThrough;
    private final List<PersonEvent> events = new ArrayList<>();

    /** All there is to keep. */
    record State(
            EmployeeNumber employeeNumber,
            LocalDate hiredOn,
            PersonDetails details,
            Timeline<Assignment> assignments,
            Optional<LocalDate> separatedOn,
            LocalDate toldThrough) {}

    Person(State state) {
        this.id = PersonId.ofEmployeeNumber(state.employeeNumber().value());
        this.employeeNumber = state.employeeNumber();
        this.hiredOn = state.hiredOn();
        this.details = state.details();
        this.assignments = state.assignments();
        this.separatedOn = state.separatedOn();
        this.toldThrough = state.toldThrough();
    }

    static Person hire(PersonCommand.Hire command, LocalDate today) {
        var person = new Person(new State(
                command.employeeNumber(),
                command.hiredOn(),
                command.details(),
                Timeline.from(command.assignedOn(), command.assignment()),
                Optional.empty(),
                command.assignedOn().minusDays(1)));
        person.comeIntoForce(today);
        return person;
    }

    /** The caller has made sure that department, position and superior are there. */
    void transfer(Assignment assignment, LocalDate from, LocalDate today) {
        comeIntoForce(today);
        requireEmployed(from);
        assignments.factOn(today).filter(fact -> from.isBefore(fact.from())).ifPresent(fact -> {
            throw new PersonProblem.BeforeKnownFact(id, from, fact.from());
        });
        if (assignments.on(from).filter(assignment::equals).isEmpty()) {
            var before = assignments.on(from);
            assignments = assignments.with(from, assignment);
            if (!from.isAfter(today)) {
                events.add(began(from, assignment, before));
            }
        }
    }

    void reportTo(Optional<PersonId> superior, LocalDate from, LocalDate today) {
        requireEmployed(from);
        var place = assignments.on(from).orElseThrow(() -> new PersonProblem.NotEmployed(id, from));
        transfer(place.reportingTo(superior), from, today);
    }

    void changeDetails(PersonDetails changed, LocalDate today) {
        comeIntoForce(today);
        if (!changed.equals(details)) {
            details = changed;
            if (isTold()) {
                events.add(new DetailsChanged(id, details));
            }
        }
    }

    void separate(LocalDate on, LocalDate today) {
        comeIntoForce(today);
        requireEmployed(on);
        var last = assignments.days().getLast();
        if (!on.isAfter(last)) {
            throw last.isAfter(today)
                    ? new PersonProblem.HasPlans(id)
                    : new PersonProblem.BeforeKnownFact(id, on, last);
        }
        separatedOn = Optional.of(on);
        if (!on.isAfter(today)) {
            events.add(new Separated(id, on));
        }
    }

    /** Tells what was planned and has become true up to today. */
    void comeIntoForce(LocalDate today) {
        untold().headSet(today, true).forEach(this::tellAllOf);
        if (toldThrough.isBefore(today)) {
            toldThrough = today;
        }
    }

    /** The next day on which something that was planned comes into force. */
    Optional<LocalDate> nextDue() {
        return untold().stream().findFirst();
    }

    PersonId id() {
        return id;
    }

    State state() {
        return new State(employeeNumber, hiredOn, details, assignments, separatedOn, toldThrough);
    }

    /** What happened since the last call, in order. */
    List<PersonEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Whether the others know of this person already. */
    private boolean isTold() {
        return !assignments.days().getFirst().isAfter(toldThrough);
    }

    private void tellAllOf(LocalDate day) {
        assignments.beginningOn(day).ifPresent(assignment -> {
            var before = assignments.on(day.minusDays(1));
            events.add(
                    before.isEmpty()
                            ? new Hired(id, employeeNumber, details, assignment, hiredOn)
                            : began(day, assignment, before));
        });
        separatedOn.filter(day::equals).ifPresent(_ -> events.add(new Separated(id, day)));
    }

    private PersonEvent began(LocalDate day, Assignment assignment, Optional<Assignment> before) {
        return before.filter(assignment::isSamePlaceAs).isPresent()
                ? new ReportingLineChanged(id, assignment.reportsTo(), day)
                : new Transferred(id, assignment, day);
    }

    private TreeSet<LocalDate> untold() {
        var days = new TreeSet<>(assignments.days());
        separatedOn.ifPresent(days::add);
        return new TreeSet<>(days.tailSet(toldThrough, false));
    }

    private void requireEmployed(LocalDate day) {
        if (day.isBefore(hiredOn)
                || separatedOn.filter(end -> !day.isBefore(end)).isPresent()) {
            throw new PersonProblem.NotEmployed(id, day);
        }
    }
}
