package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a work item and has left.
 *
 * @param leader who acts instead: the nearest leader above the owner; empty while nobody has left, or where there is nobody
 */
record Leavers(boolean owner, boolean assigner, Optional<PersonId> leader) {

    static final Leavers NOBODY = new Leavers(false, false, Optional.empty());

    /** The same in one word. */
    enum Who {
        OWNER,
        ASSIGNER,
        BOTH
    }

    static Leavers of(@Nullable Who who, @Nullable PersonId leader) {
        return who == null ? NOBODY : new Leavers(who != Who.ASSIGNER, who != Who.OWNER, Optional.ofNullable(leader));
    }

    @Nullable
    Who who() {
        if (owner) {
            return assigner ? Who.BOTH : Who.OWNER;
        }
        return assigner ? Who.ASSIGNER : null;
    }

    boolean nobody() {
        return !owner && !assigner;
    }

    Leavers withOwner(boolean left) {
        return left || assigner ? new Leavers(left, assigner, leader) : NOBODY;
    }
}
