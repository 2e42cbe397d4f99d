package dev.keshi.workflow.definition;

import dev.keshi.workflow.approver.ApprovalPolicy;
import java.util.List;
import java.util.Optional;

/** A flow node that the engine executes. Several flows that leave a step other than an exclusive gateway are all taken. */
public sealed interface Step {

    StepId id();

    /** What the modeller wrote on it, may be empty. */
    String name();

    List<SequenceFlow> outgoing();

    record Start(StepId id, String name, List<SequenceFlow> outgoing) implements Step {

        public Start {
            outgoing = List.copyOf(outgoing);
        }
    }

    /**
     * The end of one path.
     *
     * @param terminates whether it ends the whole instance at once
     * @param work what the instance gives when it has come here and ends approved
     */
    record End(StepId id, String name, boolean terminates, List<WorkAtEnd> work) implements Step {

        public End {
            work = List.copyOf(work);
        }

        @Override
        public List<SequenceFlow> outgoing() {
            return List.of();
        }
    }

    /**
     * A user task: somebody approves or rejects.
     *
     * @param rejectionContinues whether the step leads straight to an exclusive gateway that reads {@code outcome}; then
     *     a rejection takes its flow there, else it ends the instance as rejected
     */
    record Approval(
            StepId id, String name, ApprovalPolicy approver, boolean rejectionContinues, List<SequenceFlow> outgoing)
            implements Step {

        public Approval {
            outgoing = List.copyOf(outgoing);
        }
    }

    /** A manual or abstract task: work outside, passed through at once. */
    record PassThrough(StepId id, String name, List<SequenceFlow> outgoing) implements Step {

        public PassThrough {
            outgoing = List.copyOf(outgoing);
        }
    }

    /**
     * Takes the first flow whose condition is met, in the order of the document.
     *
     * @param defaultFlow taken when none is met
     */
    record ExclusiveGateway(StepId id, String name, List<SequenceFlow> outgoing, Optional<FlowId> defaultFlow)
            implements Step {

        public ExclusiveGateway {
            outgoing = List.copyOf(outgoing);
        }
    }

    /**
     * Waits for a token on each incoming flow, then takes all that leave.
     *
     * @param incoming the flows waited for
     */
    record ParallelGateway(StepId id, String name, List<FlowId> incoming, List<SequenceFlow> outgoing) implements Step {

        public ParallelGateway {
            incoming = List.copyOf(incoming);
            outgoing = List.copyOf(outgoing);
        }
    }
}
