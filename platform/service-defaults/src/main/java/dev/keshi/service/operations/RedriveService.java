package dev.keshi.service.operations;

import dev.keshi.contracts.operations.RedriveEndedV1;
import dev.keshi.contracts.operations.RedriveRequestedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.ParkedKey;
import dev.keshi.messaging.consumer.ParkedKeyProblem;
import dev.keshi.messaging.consumer.ParkedKeys;
import dev.keshi.messaging.consumer.Redrive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets parked keys go on. Who did it is on record before anything happens. */
final class RedriveService {

    private static final int PAGE = 50;
    private static final int LETTERS = 500;

    private final ParkedKeys parkedKeys;
    private final AggregateCollection<RedriveDocument> redrives;
    private final Ids ids;
    private final Clock clock;

    RedriveService(ParkedKeys parkedKeys, AggregateCollection<RedriveDocument> redrives, Ids ids, Clock clock) {
        this.parkedKeys = parkedKeys;
        this.redrives = redrives;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param letters how many events at most
     * @throws ParkedKeyProblem when the key is not parked, or another redrive is at it
     */
    Redrive redrive(CommandContext context, ParkedKey key, int letters) {
        var id = ids.next();
        redrives.create(
                id,
                context,
                new Change<>(
                        RedriveDocument.of(key, clock.instant()),
                        List.of(new RedriveRequestedV1(id, key.subscription(), key.topic(), key.key()))));
        var redrive = parkedKeys.redrive(key.id(), letters);
        redrives.change(
                id,
                CommandContext.of(context.actor()),
                requested -> new Change<>(
                        requested.ended(redrive.applied(), redrive.released()),
                        List.of(new RedriveEndedV1(id, redrive.applied(), redrive.released()))));
        return redrive;
    }

    /**
     * What a round over all parked keys came to.
     *
     * @param released keys that are free now
     * @param refused keys whose next event still cannot be applied
     * @param complete false when the time was up before the last key
     */
    record Round(int released, int refused, boolean complete) {}

    /** Each key once, those that wait longest first, for as long as there is time. */
    Round redriveAll(CommandContext context, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        int released = 0;
        int refused = 0;
        var since = Optional.<Instant>empty();
        var last = "";
        while (true) {
            var page = parkedKeys.list(since, last, PAGE);
            for (var key : page) {
                if (System.nanoTime() - until >= 0) {
                    return new Round(released, refused, false);
                }
                since = Optional.of(key.since());
                last = key.id();
                try {
                    if (redrive(CommandContext.of(context.actor()), key, LETTERS)
                            .released()) {
                        released++;
                    } else {
                        refused++;
                    }
                } catch (ParkedKeyProblem othersAreAtIt) {
                    continue;
                }
            }
            if (page.size() < PAGE) {
                return new Round(released, refused, true);
            }
        }
    }
}
