package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.approver.RoleName;
import java.util.List;

/** Whose an open task is. */
public sealed interface Assignment {

    /** One person decides. */
    record Assigned(PersonId assignee) implements Assignment {}

    /** One of the candidates may claim it. */
    record Offered(RoleName role, List<PersonId> candidates) implements Assignment {

        public Offered {
            candidates = List.copyOf(candidates);
        }
    }

    /** A candidate has claimed it and decides, or releases it to the candidates again. */
    record Claimed(PersonId assignee, RoleName role, List<PersonId> candidates) implements Assignment {

        public Claimed {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nobody was found; an administrator names somebody. */
    record AwaitingAdministrator() implements Assignment {}

    /** Who can do something about it now. */
    default List<PersonId> people() {
        return switch (this) {
            case Assigned(var assignee) -> List.of(assignee);
            case Claimed(var assignee, var _, var _) -> List.of(assignee);
            case Offered(var _, var candidates) -> candidates;
            case AwaitingAdministrator() -> List.of();
        };
    }
}
