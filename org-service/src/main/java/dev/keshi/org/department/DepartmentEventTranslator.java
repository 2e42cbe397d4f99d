package dev.keshi.org.department;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentMovedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentEvent.Closed;
import dev.keshi.org.department.DepartmentEvent.LeadershipChanged;
import dev.keshi.org.department.DepartmentEvent.Moved;
import dev.keshi.org.department.DepartmentEvent.Opened;
import dev.keshi.org.department.DepartmentEvent.Renamed;
import java.util.List;

/** What happened, in the words that other services read. */
final class DepartmentEventTranslator {

    private DepartmentEventTranslator() {}

    static List<PublishedEvent> translate(List<DepartmentEvent> events, long structureRevision) {
        return events.stream().map(event -> translate(event, structureRevision)).toList();
    }

    static PublishedEvent translate(DepartmentEvent event, long structureRevision) {
        return switch (event) {
            case Opened opened ->
                new DepartmentOpenedV1(
                        opened.id().value(),
                        opened.code().value(),
                        opened.kind().name(),
                        opened.name().chinese(),
                        opened.name().english().orElse(null),
                        opened.parent().map(DepartmentId::value).orElse(null),
                        opened.leadership().manager().map(PersonId::value).orElse(null),
                        deputies(opened.leadership()),
                        opened.on(),
                        structureRevision);
            case Renamed renamed ->
                new DepartmentRenamedV1(
                        renamed.id().value(),
                        renamed.name().chinese(),
                        renamed.name().english().orElse(null),
                        renamed.from());
            case Moved moved ->
                new DepartmentMovedV1(moved.id().value(), moved.parent().value(), moved.from(), structureRevision);
            case LeadershipChanged changed ->
                new DepartmentLeadershipChangedV1(
                        changed.id().value(),
                        changed.leadership().manager().map(PersonId::value).orElse(null),
                        deputies(changed.leadership()),
                        changed.from());
            case Closed closed ->
                new DepartmentClosedV1(
                        closed.id().value(),
                        closed.mergedInto().map(DepartmentId::value).orElse(null),
                        closed.on(),
                        structureRevision);
        };
    }

    private static List<dev.keshi.contracts.org.Deputy> deputies(Leadership leadership) {
        return leadership.deputies().stream()
                .map(deputy -> new dev.keshi.contracts.org.Deputy(
                        deputy.person().value(),
                        deputy.area().chinese(),
                        deputy.area().english().orElse(null),
                        deputy.inChargeOf().stream().map(DepartmentId::value).toList()))
                .toList();
    }
}
