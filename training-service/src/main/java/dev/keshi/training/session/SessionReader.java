package dev.keshi.training.session;

import dev.keshi.directory.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how far it reaches.
 *
 * @param see whose enrolments may be read
 * @param keep for whom it may be enrolled and withdrawn
 */
public record SessionReader(String personId, Scope see, Scope keep) {

    boolean leadsSomebody() {
        return !(keep instanceof Scope.Self);
    }

    boolean keepsAll() {
        return keep instanceof Scope.All;
    }

    boolean sees(String person, @Nullable String departmentId) {
        return see.includes(person, departmentId);
    }

    boolean keeps(String person, @Nullable String departmentId) {
        return keep.includes(person, departmentId);
    }
}
