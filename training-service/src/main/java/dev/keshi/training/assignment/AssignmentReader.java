package dev.keshi.training.assignment;

import dev.keshi.directory.Scope;

/**
 * Who asks, and how far it reaches. Nobody decides for oneself by being there alone.
 *
 * @param see whose assignments may be read
 * @param keep whose assignments may be decided
 */
public record AssignmentReader(String personId, Scope see, Scope keep) {

    boolean leadsSomebody() {
        return !(keep instanceof Scope.Self);
    }

    boolean keeps(String person, String departmentId) {
        return leadsSomebody() && keep.includes(person, departmentId);
    }

    boolean sees(AssignmentDocument assignment) {
        return see.includes(assignment.personId(), assignment.departmentId());
    }
}
