package dev.keshi.reporting.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was published.
 *
 * @param key id of the aggregate, which is the record key
 * @param sequence its place among the events of the aggregate, from 1 without a gap
 * @param epoch rises when the publisher's store was restored to an earlier point
 * @param archivedAt when it was first seen here
 * @param data the value, character by character; without what is withheld
 * @param dataBase64 instead of {@code data}, when the value is no JSON
 * @param withheld names of confidential fields that were left out for this reader; absent when none were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        String id,
        @Nullable String source,
        String type,
        String topic,
        String aggregate,
        String key,
        long sequence,
        long epoch,
        Instant time,
        String actor,
        @Nullable String traceparent,
        Instant archivedAt,
        @Schema(type = "object") @JsonRawValue @Nullable String data,
        @Nullable String dataBase64,
        @Nullable List<String> withheld) {

    /** The same, saying less. */
    EventView saying(@Nullable String less, List<String> leftOut) {
        return new EventView(
                id,
                source,
                type,
                topic,
                aggregate,
                key,
                sequence,
                epoch,
                time,
                actor,
                traceparent,
                archivedAt,
                less,
                null,
                leftOut);
    }
}
