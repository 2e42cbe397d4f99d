package dev.keshi.messaging;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A named place on the way of an event, at which a test may end the process. Nothing happens there unless a {@link Trap} is on the class path,
 * and no build makes a jar with one: the fault runs make it themselves and put it behind the jar of the service. There is no setting for it.
 */
public enum Failpoint {
    /** A command is decided and not written. In a transaction: not written into it. */
    BEFORE_COMMIT,
    /** A command is written and not answered. */
    AFTER_COMMIT,
    BEFORE_SEND,
    /** An event is with the producer; whether the broker has it is not known. */
    AFTER_SEND,
    /** The broker has an event and the relay does not know it yet. */
    BEFORE_ACK,
    AFTER_ACK,
    BEFORE_TRIM,
    AFTER_TRIM,
    /** Events are read and had no effect yet. */
    BEFORE_EFFECTS,
    /** Events had their effect on one subscription of the service. */
    AFTER_EFFECTS,
    /** A batch had all its effects and its offsets are not committed. */
    BEFORE_OFFSET_COMMIT,
    /** The offsets of a batch are committed and the next batch is there. */
    AFTER_OFFSET_COMMIT;

    private static final @Nullable Trap TRAP = find();

    /** What waits at the places. */
    public interface Trap {

        /** May not return. */
        void reached(String failpoint);
    }

    /** The process is at this place now. */
    public void reached() {
        if (TRAP != null) {
            TRAP.reached(name());
        }
    }

    private static @Nullable Trap find() {
        var trap =
                ServiceLoader.load(Trap.class, Failpoint.class.getClassLoader()).findFirst();
        trap.ifPresent(any -> LoggerFactory.getLogger(Failpoint.class)
                .error(
                        "This process can be ended at any step of an event by {}",
                        any.getClass().getName()));
        return trap.orElse(null);
    }
}
