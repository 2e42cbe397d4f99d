package dev.keshi.workflow.approver;

import java.util.List;

/** Who is asked, or what happens instead. */
public sealed interface Resolution {

    ApproverReason reason();

    /** One person gets the task. */
    record Ask(PersonId person, ApproverReason reason) implements Resolution {}

    /** One of several claims the task. */
    record Offer(RoleName role, List<PersonId> candidates, ApproverReason reason) implements Resolution {

        public Offer {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nobody is asked, the step counts as approved. */
    record Pass(ApproverReason reason) implements Resolution {}

    /** Nobody is asked, the step counts as rejected. */
    record Reject(ApproverReason reason) implements Resolution {}

    /** The task waits for an administrator. */
    record AskAdministrator(ApproverReason reason) implements Resolution {}
}
