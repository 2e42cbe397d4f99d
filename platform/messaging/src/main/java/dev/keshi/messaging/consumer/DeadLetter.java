package dev.keshi.messaging.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits.
 *
 * @param type absent when the record says none
 * @param sequence absent when the record says none
 * @param reason why it was not applied; that it stands behind another one
 * @param attempts how often it was redriven in vain
 * @param json the value without its confidential fields, at most its first 4,000 characters; absent where the type is not known here, or where a value that
 *     has such fields is no JSON object
 */
public record DeadLetter(
        int partition,
        long offset,
        @Nullable String type,
        @Nullable Long sequence,
        String reason,
        int attempts,
        Instant parkedAt,
        @Nullable String json) {}
