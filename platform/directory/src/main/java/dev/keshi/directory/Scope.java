package dev.keshi.directory;

import com.mongodb.client.model.Filters;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which people's data somebody may see. Queries take it as a parameter and put {@link #within} into the filter itself,
 * so that nothing outside can be counted, paged over or fetched by id.
 */
public sealed interface Scope {

    /** Everybody. */
    record All() implements Scope {}

    /** Oneself only: also of those who belong to no department. */
    record Self(String personId) implements Scope {}

    /** Oneself and everybody in these departments. */
    record Departments(String personId, Set<String> departmentIds) implements Scope {
        public Departments {
            departmentIds = Set.copyOf(departmentIds);
        }
    }

    /**
     * @param personField field of the queried documents that holds a person id
     * @param departmentField field that holds that person's department id
     */
    default Bson within(String personField, String departmentField) {
        return switch (this) {
            case All() -> Filters.empty();
            case Self(var personId) -> Filters.eq(personField, personId);
            case Departments(var personId, var departmentIds) ->
                Filters.or(Filters.eq(personField, personId), Filters.in(departmentField, departmentIds));
        };
    }

    /**
     * The same for one person who is known already.
     *
     * @param departmentId absent for somebody without a department
     */
    default boolean includes(String person, @Nullable String departmentId) {
        return switch (this) {
            case All() -> true;
            case Self(var self) -> self.equals(person);
            case Departments(var self, var departmentIds) ->
                self.equals(person) || (departmentId != null && departmentIds.contains(departmentId));
        };
    }

    /** Whether all of a department are within; never because of one person. */
    default boolean covers(String departmentId) {
        return switch (this) {
            case All() -> true;
            case Self _ -> false;
            case Departments(var _, var departmentIds) -> departmentIds.contains(departmentId);
        };
    }
}
