package dev.keshi.messaging.consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild and how far it is.
 *
 * @param subscription which handler keeps the read model
 * @param rounds how often the archive was asked: once, and again for what changed meanwhile
 * @param failure why it was given up; the read model is as it was then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rebuild(
        String id,
        String subscription,
        RebuildStatus status,
        int rounds,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Result result,
        @Nullable String failure) {

    /**
     * @param documents how many there are
     * @param mended how many were different, missing or too many
     * @param moving how many changed in each round, so that they were never seen at rest
     * @param before SHA-256 over the read model as it was, in hexadecimal digits
     * @param archive the same over what the archive led to
     * @param after the same over the read model as it is now
     */
    public record Result(long documents, long mended, long moving, String before, String archive, String after) {}
}
