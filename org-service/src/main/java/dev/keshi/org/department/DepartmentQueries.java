package dev.keshi.org.department;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Departments as they stand on any day. Everybody in the enterprise may see them, so no scope is taken. */
@Component
public class DepartmentQueries {

    private final MongoDepartments departments;
    private final DepartmentStructure structure;

    DepartmentQueries(MongoDepartments departments, DepartmentStructure structure) {
        this.departments = departments;
        this.structure = structure;
    }

    /** A department on a day; empty when it does not exist then. The version is that of the department, whatever the day. */
    public Optional<Versioned<DepartmentView>> find(DepartmentId id, LocalDate day) {
        return departments
                .find(id)
                .filter(department -> department.state().toNode().existsOn(day))
                .map(department -> new Versioned<>(
                        department.id(), department.version(), DepartmentView.of(department.state(), day)));
    }

    /** All departments of a day by code, or only those directly below one. */
    public Page<DepartmentView> list(Optional<DepartmentId> parent, LocalDate day, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(existsOn(day)));
        parent.ifPresent(above -> filter.add(in("_id", values(structure.on(day).children(above)))));
        paging.after().ifPresent(after -> filter.add(gt("state.code", after.key())));
        var found = departments.select(and(filter), paging.limit() + 1);
        return paging.page(
                found,
                department -> Position.of(department.state().code(), department.id()),
                department -> DepartmentView.of(department.state(), day));
    }

    /** From the one right above to the top. */
    public List<DepartmentView> above(DepartmentId id, LocalDate day) {
        var known = departments.findAll(structure.on(day).ancestors(id));
        return structure.on(day).ancestors(id).stream()
                .flatMap(above -> Optional.ofNullable(known.get(above)).stream())
                .map(department -> DepartmentView.of(department.state(), day))
                .toList();
    }

    /**
     * Where a person leads on a day: departments managed, and departments a deputy is in charge of. Each stands for itself
     * with everything below it.
     */
    public Set<DepartmentId> ledBy(PersonId person, LocalDate day) {
        var led = new HashSet<DepartmentId>();
        var named = or(
                eq("state.leadership.managerId", person.value()),
                eq("state.leadership.deputies.personId", person.value()));
        for (var department : departments.select(and(named, existsOn(day)), 0)) {
            var leaders = department.state().leadershipTimeline().on(day).orElse(Leadership.VACANT);
            leaders.manager()
                    .filter(person::equals)
                    .ifPresent(_ -> led.add(department.state().id()));
            leaders.deputies().stream()
                    .filter(deputy -> deputy.person().equals(person))
                    .forEach(deputy -> led.addAll(deputy.inChargeOf()));
        }
        return led;
    }

    private static Bson existsOn(LocalDate day) {
        return and(
                lte("state.openedOn", day.toString()),
                or(eq("state.closedOn", null), gt("state.closedOn", day.toString())));
    }

    private static List<String> values(List<DepartmentId> ids) {
        return ids.stream().map(DepartmentId::value).toList();
    }
}
