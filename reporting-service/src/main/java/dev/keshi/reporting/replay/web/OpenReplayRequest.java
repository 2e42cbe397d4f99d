package dev.keshi.reporting.replay.web;

import dev.keshi.reporting.replay.ReplayOrder;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param topic where the events go; it has to exist, and its name begins with {@code replays.} and the id of the caller
 * @param types whole names of types; all when left out
 * @param aggregate kind of aggregate
 * @param key id of the aggregate
 * @param from time of the first event, itself included
 * @param to time after the last event, itself excluded
 */
record OpenReplayRequest(
        @NotBlank @Size(max = 249) @Pattern(regexp = "[A-Za-z0-9._-]*")
        String topic,

        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 200) String> types,
        @Size(min = 1, max = 100) @Nullable String aggregate,
        @Size(min = 1, max = 200) @Nullable String key,
        @Nullable Instant from,
        @Nullable Instant to) {

    ReplayOrder toOrder() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw CommonProblem.invalidRequest(List.of(Finding.at("/to", "invalid-value")))
                    .toException();
        }
        return new ReplayOrder(topic, types == null ? List.of() : types, aggregate, key, from, to);
    }
}
