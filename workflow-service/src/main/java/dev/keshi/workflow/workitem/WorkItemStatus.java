package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a work item is. */
public sealed interface WorkItemStatus {

    /** The owner has to do it. */
    record Open() implements WorkItemStatus {}

    /**
     * The owner says that it is done; whoever assigned it accepts or returns it.
     *
     * @param onTime whether that was on the due date or before
     */
    record Reported(Instant at, boolean onTime) implements WorkItemStatus {}

    /**
     * Done for good.
     *
     * @param reportedAt when the owner said so for the last time
     * @param onTime whether that was on the due date or before
     * @param acceptedBy absent when nobody had to accept it
     */
    record Completed(
            Instant reportedAt,
            boolean onTime,
            Instant at,
            @Nullable PersonId acceptedBy) implements WorkItemStatus {}

    /** Nobody needs to do it any more. */
    record Cancelled(Instant at) implements WorkItemStatus {}

    default Kind kind() {
        return switch (this) {
            case Open() -> Kind.OPEN;
            case Reported _ -> Kind.REPORTED;
            case Completed _ -> Kind.COMPLETED;
            case Cancelled _ -> Kind.CANCELLED;
        };
    }

    /** The same in one word. */
    enum Kind {
        OPEN,
        REPORTED,
        COMPLETED,
        CANCELLED
    }
}
