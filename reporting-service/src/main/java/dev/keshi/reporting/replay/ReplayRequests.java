package dev.keshi.reporting.replay;

import dev.keshi.contracts.operations.ReplayRequestedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import java.time.Clock;
import java.util.List;

/** The door for events: what services ask for. */
public final class ReplayRequests {

    private final AggregateCollection<ReplayDocument> replays;
    private final Clock clock;

    ReplayRequests(AggregateCollection<ReplayDocument> replays, Clock clock) {
        this.replays = replays;
        this.clock = clock;
    }

    /** The same request again asks for nothing new. */
    public List<Effect> open(ReceivedEvent<ReplayRequestedV1> event) {
        var request = event.data();
        return List.of(Effect.create(
                replays,
                Ids.derived("replay", request.requestId()),
                ReplayDocument.of(event.actor(), request, clock.instant())));
    }
}
