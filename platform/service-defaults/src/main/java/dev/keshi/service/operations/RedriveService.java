package dev.keshi.service.operations;

import dev.keshi.contracts.operations.DiscardRequestedV1;
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
import dev.keshi.service.page.Position;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                id, context, new Change<>(RedriveDocument.of(key, clock.instant()), List.of(requested(id, key))));
        return carryOut(id, context, key, letters);
    }

    /**
     * Gives up the event that stands first and redrives the others.
     *
     * @throws ParkedKeyProblem.NotFirst when another event stands first
     * @throws ParkedKeyProblem when the key is not parked, or another redrive is at it
     */
    Redrive discard(CommandContext context, ParkedKey key, int partition, long offset, String reason, int letters) {
        var id = ids.next();
        redrives.create(
                id,
                context,
                new Change<>(
                        RedriveDocument.of(key, clock.instant()),
                        List.of(requested(id, key), new DiscardRequestedV1(id, partition, offset, reason))));
        parkedKeys.discard(key.id(), partition, offset);
        return carryOut(id, context, key, letters);
    }

    private static RedriveRequestedV1 requested(String id, ParkedKey key) {
        return new RedriveRequestedV1(id, key.subscription(), key.topic(), key.key());
    }

    private Redrive carryOut(String id, CommandContext context, ParkedKey key, int letters) {
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
     * @param unfinished keys of which so much waits that some is left
     * @param last the last key that was looked at when the time was up; absent when it was enough for all
     */
    record Round(
            int released,
            int refused,
            int unfinished,
            @Nullable Position last) {}

    /**
     * Each key once, those that wait longest first, for as long as there is time.
     *
     * @param after the last key of the round before
     */
    Round redriveAll(CommandContext context, Optional<Position> after, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        int released = 0;
        int refused = 0;
        int unfinished = 0;
        var last = after;
        while (true) {
            var page = parkedKeys.list(
                    last.map(Position::instant), last.map(Position::id).orElse(""), PAGE);
            for (var key : page) {
                if (System.nanoTime() - until >= 0) {
                    return new Round(released, refused, unfinished, last.orElse(null));
                }
                last = Optional.of(Position.of(key.since(), key.id()));
                try {
                    var redrive = redrive(CommandContext.of(context.actor()), key, LETTERS);
                    if (redrive.released()) {
                        released++;
                    } else if (redrive.refusal() != null) {
                        refused++;
                    } else {
                        unfinished++;
                    }
                } catch (ParkedKeyProblem othersAreAtIt) {
                    continue;
                }
            }
            if (page.size() < PAGE) {
                return new Round(released, refused, unfinished, null);
            }
        }
    }
}
