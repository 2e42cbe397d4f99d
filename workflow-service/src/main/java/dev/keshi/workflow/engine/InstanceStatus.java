package dev.keshi.workflow.engine;

import java.time.Instant;

/** Whether an instance runs, and how it ended. */
public sealed interface InstanceStatus {

    record Running() implements InstanceStatus {}

    /** Every path has ended, or a rejection ended it. */
    record Completed(Outcome outcome, Instant at) implements InstanceStatus {}

    /** 撤回: the initiator took it back before anybody else had decided. */
    record Withdrawn(Instant at) implements InstanceStatus {}

    /** 终止: an administrator ended it. */
    record Terminated(Instant at) implements InstanceStatus {}

    /** Stable word for clients. */
    default String text() {
        return switch (this) {
            case Running() -> "running";
            case Completed(var outcome, var _) -> outcome.text();
            case Withdrawn _ -> "withdrawn";
            case Terminated _ -> "terminated";
        };
    }
}
