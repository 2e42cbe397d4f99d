package dev.keshi.notification.inbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing waits for the recipient any more.
 *
 * @param by who did what made it so; absent when nobody did
 */
public record Settlement(Reason reason, @Nullable String by, Instant at) {

    /** What happened to the task, to the work item, or to what else waited. */
    public enum Reason {
        CLAIMED,
        DECIDED,
        REASSIGNED,
        RELEASED,
        WITHDRAWN,
        ENDED,
        REPORTED,
        RETURNED,
        COMPLETED,
        CANCELLED,
        ACKNOWLEDGED,
        OVER;

        /** Why a task went away, in the words of workflow-service; a word of a later release means it ended. */
        public static Reason ofCancellation(String word) {
            return word.equals("WITHDRAWN") ? WITHDRAWN : ENDED;
        }

        String key() {
            return "settled-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
