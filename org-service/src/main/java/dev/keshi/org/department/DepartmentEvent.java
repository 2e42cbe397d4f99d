package dev.keshi.org.department;

import java.time.LocalDate;
import java.util.Optional;

/** What happened to a department. Told on the day it comes into force, never before. */
sealed interface DepartmentEvent {

    record Opened(
            DepartmentId id,
            DepartmentCode code,
            DepartmentKind kind,
            DepartmentName name,
            Optional<DepartmentId> parent,
            Leadership leadership,
            LocalDate on)
            implements DepartmentEvent {}

    record Renamed(DepartmentId id, DepartmentName name, LocalDate from) implements DepartmentEvent {}

    record Moved(DepartmentId id, DepartmentId parent, LocalDate from) implements DepartmentEvent {}

    record LeadershipChanged(DepartmentId id, Leadership leadership, LocalDate from) implements DepartmentEvent {}

    record Closed(DepartmentId id, LocalDate on, Optional<DepartmentId> mergedInto) implements DepartmentEvent {}
}
