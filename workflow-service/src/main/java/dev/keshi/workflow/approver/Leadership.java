package dev.keshi.workflow.approver;

import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.approver.ApproverResolver.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the department tree and the reporting lines; cycles and endless depth end the walk. */
final class Leadership {

    private static final int MAX_DEPTH = 64;

    private final ApproverDirectory directory;

    Leadership(ApproverDirectory directory) {
        this.directory = directory;
    }

    Found managerFor(PersonId person, ApproverReason reason) {
        return pathFrom(person).stream()
                .findFirst()
                .map(own -> new Found(active(own.manager()), reason.and(Kind.MANAGER_OF, own.id())))
                .orElseGet(() -> new Found(Optional.empty(), reason));
    }

    Found deputyFor(PersonId person, ApproverReason reason) {
        var path = pathFrom(person);
        for (int i = 0; i < path.size(); i++) {
            var charge = path.get(i).id();
            var deputy = path.subList(i, path.size()).stream()
                    .flatMap(higher -> higher.deputies().stream())
                    .filter(candidate -> candidate.inChargeOf().contains(charge))
                    .flatMap(candidate -> active(candidate.person()).stream())
                    .findFirst();
            if (deputy.isPresent()) {
                return new Found(deputy, reason.and(Kind.DEPUTY_IN_CHARGE_OF, charge));
            }
        }
        return new Found(Optional.empty(), reason);
    }

    Found levelsUp(PersonId person, int levels, ApproverReason rule) {
        var reason = rule;
        var current = person;
        for (int level = 0; level < levels; level++) {
            var superior = superiorOf(current);
            if (superior.isEmpty()) {
                return new Found(Optional.empty(), reason);
            }
            current = superior.get();
            reason = reason.and(Kind.SUPERIOR, current);
        }
        return new Found(Optional.of(current), reason);
    }

    /** The one named in the reporting line, else the manager of the nearest department who is somebody else. */
    Optional<PersonId> superiorOf(PersonId person) {
        return directory
                .colleague(person)
                .flatMap(colleague -> active(colleague.reportsTo()))
                .filter(superior -> !superior.equals(person))
                .or(() -> headAbove(person));
    }

    Optional<PersonId> headAbove(PersonId person) {
        return pathFrom(person).stream()
                .flatMap(department -> active(department.manager()).stream())
                .filter(manager -> !manager.equals(person))
                .findFirst();
    }

    /** The person's department and those above it, nearest first. */
    private List<Department> pathFrom(PersonId person) {
        var path = new ArrayList<Department>();
        var next = directory.colleague(person).map(Colleague::department).flatMap(directory::department);
        while (next.isPresent() && path.size() < MAX_DEPTH && !path.contains(next.get())) {
            path.add(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(directory::department);
        }
        return path;
    }

    private Optional<PersonId> active(@Nullable PersonId person) {
        return Optional.ofNullable(person).flatMap(directory::colleague).map(Colleague::id);
    }
}
