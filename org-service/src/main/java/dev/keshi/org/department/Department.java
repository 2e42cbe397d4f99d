package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentEvent.Closed;
import dev.keshi.org.department.DepartmentEvent.LeadershipChanged;
import dev.keshi.org.department.DepartmentEvent.Moved;
import dev.keshi.org.department.DepartmentEvent.Opened;
import dev.keshi.org.department.DepartmentEvent.Renamed;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A department with its history and its plans. Everything in it holds from a day on; what begins after today is planned
 * and told only when its day has come ({@link #comeIntoForce}). What has come into force is never rewritten: a change
 * may begin before today, but not before the fact it replaces.
 */
final class Department {

    private final DepartmentId id;
    private final DepartmentCode code;
    private final DepartmentKind kind;
    private final LocalDate openedOn;
    private Timeline<DepartmentName> names;
    private Timeline<DepartmentId> parents;
    private Timeline<Leadership> leadership;
    private Optional<Closing> closing;
    private LocalDate toldThrough;
    private final List<DepartmentEvent> events = new ArrayList<>();

    /** The end of a department: the first day on which it does not exist. */
    record Closing(LocalDate on, Optional<DepartmentId> mergedInto) {}

    /** All there is to keep. */
    record State(
            DepartmentId id,
            DepartmentCode code,
            DepartmentKind kind,
            LocalDate openedOn,
            Timeline<DepartmentName> names,
            Timeline<DepartmentId> parents,
            Timeline<Leadership> leadership,
            Optional<Closing> closing,
            LocalDate toldThrough) {}

    Department(State state) {
        this.id = state.id();
        this.code = state.code();
        this.kind = state.kind();
        this.openedOn = state.openedOn();
        this.names = state.names();
        this.parents = state.parents();
        this.leadership = state.leadership();
        this.closing = state.closing();
        this.toldThrough = state.toldThrough();
    }

    static Department open(DepartmentCommand.Open command, LocalDate today) {
        var on = command.on();
        var department = new Department(new State(
                DepartmentId.of(command.code()),
                command.code(),
                command.kind(),
                on,
                Timeline.from(on, command.name()),
                command.parent().map(parent -> Timeline.from(on, parent)).orElse(Timeline.empty()),
                Timeline.from(on, command.leadership()),
                Optional.empty(),
                on.minusDays(1)));
        department.comeIntoForce(today);
        return department;
    }

    void rename(DepartmentName name, LocalDate from, LocalDate today) {
        requireChangeable(names, from, today);
        if (names.on(from).filter(name::equals).isEmpty()) {
            names = names.with(from, name);
            tell(from, today, new Renamed(id, name, from));
        }
    }

    /** The caller has made sure that the tree stays a tree. */
    void move(DepartmentId parent, LocalDate from, LocalDate today) {
        if (parents.isEmpty()) {
            throw new DepartmentProblem.IsTop(id);
        }
        requireChangeable(parents, from, today);
        if (parents.on(from).filter(parent::equals).isEmpty()) {
            parents = parents.with(from, parent);
            tell(from, today, new Moved(id, parent, from));
        }
    }

    void appointManager(Optional<PersonId> person, LocalDate from, LocalDate today) {
        lead(leadershipOn(from).managedBy(person), from, today);
    }

    void appointDeputies(List<Deputy> deputies, LocalDate from, LocalDate today) {
        lead(leadershipOn(from).withDeputies(deputies), from, today);
    }

    void lead(Leadership leaders, LocalDate from, LocalDate today) {
        requireChangeable(leadership, from, today);
        if (leadership.on(from).filter(leaders::equals).isEmpty()) {
            leadership = leadership.with(from, leaders);
            tell(from, today, new LeadershipChanged(id, leaders, from));
        }
    }

    /** The caller has made sure that nothing stands below it and nobody works in it. */
    void close(LocalDate on, Optional<DepartmentId> mergedInto, LocalDate today) {
        comeIntoForce(today);
        if (parents.isEmpty()) {
            throw new DepartmentProblem.IsTop(id);
        }
        requireOpen(on);
        var last = lastDay();
        if (!on.isAfter(last)) {
            throw last.isAfter(today)
                    ? new DepartmentProblem.StillInUse(id, DepartmentProblem.StillInUse.Use.PLANNED_CHANGES)
                    : new DepartmentProblem.BeforeKnownFact(id, on, last);
        }
        closing = Optional.of(new Closing(on, mergedInto));
        tell(on, today, new Closed(id, on, mergedInto));
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

    State state() {
        return new State(id, code, kind, openedOn, names, parents, leadership, closing, toldThrough);
    }

    /** What happened since the last call, in order. */
    List<DepartmentEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void tell(LocalDate from, LocalDate today, DepartmentEvent event) {
        if (!from.isAfter(today)) {
            events.add(event);
        }
    }

    private void tellAllOf(LocalDate day) {
        if (day.equals(openedOn)) {
            var name = names.on(day).orElseThrow();
            events.add(new Opened(id, code, kind, name, parents.on(day), leadershipOn(day), day));
        } else {
            names.beginningOn(day).ifPresent(name -> events.add(new Renamed(id, name, day)));
            parents.beginningOn(day).ifPresent(parent -> events.add(new Moved(id, parent, day)));
            leadership.beginningOn(day).ifPresent(leaders -> events.add(new LeadershipChanged(id, leaders, day)));
        }
        closing.filter(end -> end.on().equals(day)).ifPresent(end -> events.add(new Closed(id, day, end.mergedInto())));
    }

    private TreeSet<LocalDate> untold() {
        var days = new TreeSet<>(names.days());
        days.addAll(parents.days());
        days.addAll(leadership.days());
        closing.ifPresent(end -> days.add(end.on()));
        return new TreeSet<>(days.tailSet(toldThrough, false));
    }

    private LocalDate lastDay() {
        var days = new TreeSet<>(names.days());
        days.addAll(parents.days());
        days.addAll(leadership.days());
        return days.last();
    }

    private Leadership leadershipOn(LocalDate day) {
        return leadership.on(day).orElse(Leadership.VACANT);
    }

    private void requireChangeable(Timeline<?> facts, LocalDate from, LocalDate today) {
        comeIntoForce(today);
        requireOpen(from);
        facts.factOn(today).filter(fact -> from.isBefore(fact.from())).ifPresent(fact -> {
            throw new DepartmentProblem.BeforeKnownFact(id, from, fact.from());
        });
    }

    private void requireOpen(LocalDate day) {
        if (day.isBefore(openedOn)
                || closing.filter(end -> !day.isBefore(end.on())).isPresent()) {
            throw new DepartmentProblem.NotOpen(id, day);
        }
    }
}
