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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets parked keys go on. Who did it is on record before anything happens. */
final class RedriveService {

    private static final int PAGE = 50;
    private static final int LETTERS = 500;
    private static final Redrive NOTHING = new Redrive(0, false, null);

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
        return carryOut(id, context, () -> parkedKeys.redrive(key.id(), letters));
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
        return carryOut(id, context, () -> {
            parkedKeys.discard(key.id(), partition, offset);
            return rest(key, letters);
        });
    }

    /** The first event is given up by now: that somebody else lets the others go on is no refusal of that. */
    private Redrive rest(ParkedKey key, int letters) {
        try {
            return parkedKeys.redrive(key.id(), letters);
        } catch (ParkedKeyProblem.NotParked _) {
            return new Redrive(0, true, null);
        } catch (ParkedKeyProblem.BeingRedriven _) {
            return new Redrive(0, false, null);
        }
    }

    private static RedriveRequestedV1 requested(String id, ParkedKey key) {
        return new RedriveRequestedV1(id, key.subscription(), key.topic(), key.key());
    }

    /** What was asked for has an end on record, also when nothing came of it. */
    private Redrive carryOut(String id, CommandContext context, Supplier<Redrive> work) {
        try {
            var redrive = work.get();
            end(id, context, redrive, outcome(redrive));
            return redrive;
        } catch (ParkedKeyProblem refused) {
            end(id, context, NOTHING, outcome(refused));
            throw refused;
        } catch (RuntimeException failure) {
            try {
                end(id, context, NOTHING, "FAILED");
            } catch (RuntimeException alsoThis) {
                failure.addSuppressed(alsoThis);
            }
            throw failure;
        }
    }

    /** An end that is on record stays as it is. */
    private void end(String id, CommandContext context, Redrive redrive, String outcome) {
        redrives.change(
                id,
                CommandContext.of(context.actor()),
                state -> state.ended()
                        ? new Change<>(state, List.of())
                        : new Change<>(
                                state.ended(redrive.applied(), redrive.released()),
                                List.of(new RedriveEndedV1(id, redrive.applied(), redrive.released(), outcome))));
    }

    private static String outcome(Redrive redrive) {
        if (redrive.released()) {
            return "RELEASED";
        }
        return redrive.refusal() == null ? "UNFINISHED" : "REFUSED";
    }

    private static String outcome(ParkedKeyProblem refused) {
        return switch (refused) {
            case ParkedKeyProblem.NotParked _ -> "NOT_PARKED";
            case ParkedKeyProblem.NotFirst _ -> "NOT_FIRST";
            case ParkedKeyProblem.BeingRedriven _ -> "BEING_REDRIVEN";
        };
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
     * Each key once, those that wait longest first, for as long as there is time; one at least.
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
                if (!last.equals(after) && System.nanoTime() - until >= 0) {
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
