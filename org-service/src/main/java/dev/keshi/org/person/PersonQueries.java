package dev.keshi.org.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentStructure;
import dev.keshi.org.person.PersonView.PersonRecord;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** People as they are today, within a scope that is part of each filter: who is outside cannot be counted or found. */
@Component
public class PersonQueries {

    private final MongoPeople people;
    private final DepartmentStructure structure;
    private final EnterpriseTime time;

    PersonQueries(MongoPeople people, DepartmentStructure structure, EnterpriseTime time) {
        this.people = people;
        this.structure = structure;
        this.time = time;
    }

    /** What a list of people is asked for. */
    public record Wanted(
            Optional<DepartmentId> department,
            boolean withAllBelow,
            Optional<PersonId> reportsTo,
            Optional<String> nameContains) {}

    public Optional<Versioned<PersonView>> find(PersonId id, PeopleScope scope) {
        return one(id, scope)
                .map(person -> new Versioned<>(
                        person.id(), person.version(), PersonView.of(person.id(), person.state(), time.today())));
    }

    /** With the fields that are not for everybody; the caller decides who may ask. */
    public Optional<Versioned<PersonRecord>> record(PersonId id, PeopleScope scope) {
        return one(id, scope)
                .map(person -> new Versioned<>(
                        person.id(), person.version(), PersonRecord.of(person.id(), person.state(), time.today())));
    }

    /** By employee number. */
    public Page<PersonView> list(Wanted wanted, PeopleScope scope, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(scope)));
        wanted.department()
                .ifPresent(id -> filter.add(in("state.departmentId", values(wantedDepartments(wanted, id)))));
        wanted.reportsTo().ifPresent(superior -> filter.add(eq("state.reportsTo", superior.value())));
        wanted.nameContains().ifPresent(text -> filter.add(regex("state.name", Pattern.quote(text))));
        paging.after().ifPresent(after -> filter.add(gt("state.employeeNumber", after.key())));
        return paging.page(
                people.select(and(filter), paging.limit() + 1),
                person -> Position.of(person.state().employeeNumber(), person.id()),
                person -> PersonView.of(person.id(), person.state(), time.today()));
    }

    private Collection<DepartmentId> wantedDepartments(Wanted wanted, DepartmentId id) {
        return wanted.withAllBelow() ? structure.today().withAllBelow(id) : List.of(id);
    }

    private Optional<Versioned<PersonDocument>> one(PersonId id, PeopleScope scope) {
        return people.select(and(eq("_id", id.value()), within(scope)), 1).stream()
                .findFirst();
    }

    private static Bson within(PeopleScope scope) {
        return switch (scope) {
            case PeopleScope.Everybody() -> empty();
            case PeopleScope.OneselfAnd(var self, var departments) ->
                or(eq("_id", self.value()), in("state.departmentId", values(departments)));
        };
    }

    private static List<String> values(Collection<DepartmentId> departments) {
        return departments.stream().map(DepartmentId::value).toList();
    }
}
