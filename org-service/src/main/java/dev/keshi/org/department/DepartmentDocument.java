package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import dev.keshi.org.timeline.Fact;
import dev.keshi.org.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is kept.
 *
 * @param closedOn first day on which it does not exist
 * @param toldThrough day up to which everything that came into force has been published
 * @param nextDue next day on which something planned comes into force
 */
record DepartmentDocument(
        String code,
        String kind,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String mergedInto,
        List<NameFact> names,
        List<ParentFact> parents,
        List<LeadershipFact> leadership,
        LocalDate toldThrough,
        @Nullable LocalDate nextDue) {

    record NameFact(LocalDate from, String name, @Nullable String nameEn) {}

    record ParentFact(LocalDate from, String parentId) {}

    record LeadershipFact(LocalDate from, @Nullable String managerId, List<DeputyEntry> deputies) {}

    record DeputyEntry(
            String personId, String area, @Nullable String areaEn, List<String> inChargeOf) {}

    static DepartmentDocument of(Department department) {
        var state = department.state();
        return new DepartmentDocument(
                state.code().value(),
                state.kind().name(),
                state.openedOn(),
                state.closing().map(Department.Closing::on).orElse(null),
                state.closing()
                        .flatMap(Department.Closing::mergedInto)
                        .map(DepartmentId::value)
                        .orElse(null),
                state.names().facts().stream().map(DepartmentDocument::of).toList(),
                state.parents().facts().stream()
                        .map(fact -> new ParentFact(fact.from(), fact.value().value()))
                        .toList(),
                state.leadership().facts().stream()
                        .map(DepartmentDocument::leadershipFact)
                        .toList(),
                state.toldThrough(),
                department.nextDue().orElse(null));
    }

    Department toDepartment() {
        return new Department(toState());
    }

    Department.State toState() {
        return new Department.State(
                id(),
                new DepartmentCode(code),
                DepartmentKind.valueOf(kind),
                openedOn,
                nameTimeline(),
                parentTimeline(),
                leadershipTimeline(),
                Optional.ofNullable(closedOn)
                        .map(on -> new Department.Closing(
                                on, Optional.ofNullable(mergedInto).map(DepartmentId::new))),
                toldThrough);
    }

    DepartmentTree.Node toNode() {
        return new DepartmentTree.Node(
                id(), DepartmentKind.valueOf(kind), openedOn, Optional.ofNullable(closedOn), parentTimeline());
    }

    DepartmentId id() {
        return DepartmentId.of(new DepartmentCode(code));
    }

    Timeline<DepartmentName> nameTimeline() {
        return new Timeline<>(names.stream()
                .map(fact ->
                        new Fact<>(fact.from(), new DepartmentName(fact.name(), Optional.ofNullable(fact.nameEn()))))
                .toList());
    }

    Timeline<DepartmentId> parentTimeline() {
        return new Timeline<>(parents.stream()
                .map(fact -> new Fact<>(fact.from(), new DepartmentId(fact.parentId())))
                .toList());
    }

    Timeline<Leadership> leadershipTimeline() {
        return new Timeline<>(leadership.stream()
                .map(fact -> new Fact<>(
                        fact.from(),
                        new Leadership(
                                Optional.ofNullable(fact.managerId()).map(PersonId::new),
                                fact.deputies().stream()
                                        .map(DepartmentDocument::deputy)
                                        .toList())))
                .toList());
    }

    private static Deputy deputy(DeputyEntry entry) {
        return new Deputy(
                new PersonId(entry.personId()),
                new Deputy.Area(entry.area(), Optional.ofNullable(entry.areaEn())),
                entry.inChargeOf().stream().map(DepartmentId::new).toList());
    }

    private static NameFact of(Fact<DepartmentName> fact) {
        return new NameFact(
                fact.from(), fact.value().chinese(), fact.value().english().orElse(null));
    }

    private static LeadershipFact leadershipFact(Fact<Leadership> fact) {
        return new LeadershipFact(
                fact.from(),
                fact.value().manager().map(PersonId::value).orElse(null),
                fact.value().deputies().stream().map(DepartmentDocument::entry).toList());
    }

    private static DeputyEntry entry(Deputy deputy) {
        return new DeputyEntry(
                deputy.person().value(),
                deputy.area().chinese(),
                deputy.area().english().orElse(null),
                deputy.inChargeOf().stream().map(DepartmentId::value).toList());
    }
}
