package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * What work was ordered for is over.
 *
 * @param doneBy who has done it; empty when nobody needs to, or somebody else was ordered to
 * @param doneAt when; the beginning of time where nobody did it
 */
record OrderOver(Optional<PersonId> doneBy, Instant doneAt) {}
