package dev.keshi.reporting.replay;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.operations.ReplayEndedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.consumer.RawEvent;
import dev.keshi.messaging.consumer.ReplayedRecord;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.reporting.archive.ArchivePlace;
import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.ArchiveSelection;
import dev.keshi.reporting.replay.MongoReplays.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a replay out. What was published before it was asked for is in the archive before it begins, so that "all" means
 * all. After each part the place is kept; after a crash the part is sent again, and given up when that happens again and again: it
 * would break off the replays of all others.
 */
record ReplayRun(
        MongoReplays replays,
        AggregateCollection<ReplayDocument> aggregates,
        ArchiveQueries archive,
        TopicOffsets offsets,
        ReplayTopics topics,
        Producer<String, byte[]> producer,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PART = 1_000;
    private static final int MOST_BEGINNINGS = 3;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final long SECONDS_FOR_A_PART = 20;

    /** @param goOn asked before each part; whoever stops leaves the rest to the next holder of the lease */
    void carryOut(Run run, BooleanSupplier goOn) {
        try {
            if (run.replay().purpose() == null && !topics.exists(run.replay().topic())) {
                throw new Refused("The topic is gone", run);
            }
            if (!archiveHasCaughtUp(goOn)) {
                replays.giveBack(run, PAUSE);
                return;
            }
            var begun = replays.begin(run, LEASE);
            if (begun.isEmpty()) {
                return;
            }
            if (begun.getAsInt() > MOST_BEGINNINGS) {
                throw new Refused("Broken off " + MOST_BEGINNINGS + " times at the same place", run);
            }
            var at = isToCount(run) ? run.of(total(run.replay())) : run;
            var selections = run.replay().selections();
            while (at.source() < selections.size()) {
                var done = carryOut(at, selections.get(at.source()), goOn);
                if (done.isEmpty()) {
                    return;
                }
                at = done.get().atNextSource();
            }
            end(at);
        } catch (Refused refused) {
            fail(refused.run(), String.valueOf(refused.getMessage()));
        } catch (NotNow passes) {
            replays.excuse(run);
            throw passes;
        }
    }

    /**
     * While a part is on its way the next one is read.
     *
     * @return the place behind the last event; empty when this replica is not to go on
     */
    private Optional<Run> carryOut(Run run, ArchiveSelection selection, BooleanSupplier goOn) throws Refused {
        var at = run;
        try (var events = archive.read(selection, Optional.ofNullable(run.place()))) {
            var part = events.next(PART);
            while (!part.isEmpty()) {
                if (!goOn.getAsBoolean()) {
                    replays.giveBack(at, Duration.ZERO);
                    return Optional.empty();
                }
                var sent = send(at, part);
                var next = events.next(PART);
                await(at, sent);
                at = at.at(ArchivePlace.of(part.getLast()), part.size());
                if (!replays.save(at, LEASE)) {
                    replays.count(at);
                    return Optional.empty();
                }
                part = next;
            }
        }
        return Optional.of(at);
    }

    private List<Future<RecordMetadata>> send(Run run, List<RawEvent> part) {
        var replay = run.replay();
        var purpose = replay.purpose();
        var sent = new ArrayList<Future<RecordMetadata>>(part.size());
        for (var event : part) {
            var one = producer.send(ReplayedRecord.of(replay.topic(), event, run.id(), purpose));
            sent.add(one);
            if (one.isDone() && refusal(one).isPresent()) {
                // Each further one would be waited for as long.
                break;
            }
        }
        return sent;
    }

    /** When one is refused the others may be there all the same. */
    private static void await(Run run, List<Future<RecordMetadata>> sent) throws Refused {
        int arrived = 0;
        Optional<String> refusal = Optional.empty();
        for (var record : sent) {
            var refused = refusal(record);
            if (refused.isEmpty()) {
                arrived++;
            } else if (refusal.isEmpty()) {
                refusal = refused;
            }
        }
        if (refusal.isPresent()) {
            throw new Refused(refusal.get(), run.sent(arrived));
        }
    }

    private void end(Run run) throws Refused {
        var purpose = run.replay().purpose();
        if (purpose != null) {
            var refusal = refusal(producer.send(ReplayedRecord.end(run.replay().topic(), run.id(), purpose)));
            if (refusal.isPresent()) {
                throw new Refused(refusal.get(), run);
            }
        }
        finish(run, ReplayStatus.COMPLETED, null);
    }

    private void fail(Run run, String why) {
        log.warn("Replay {} to {} is given up: {}", run.id(), run.replay().topic(), why);
        tellFailure(run);
        finish(run, ReplayStatus.FAILED, why);
    }

    /** A service would wait for the end for ever. */
    private void tellFailure(Run run) {
        var purpose = run.replay().purpose();
        if (purpose != null) {
            refusal(producer.send(ReplayedRecord.failed(run.replay().topic(), run.id(), purpose)))
                    .ifPresent(alsoThis -> log.warn("{} is not told of it: {}", purpose.subscription(), alsoThis));
        }
    }

    private void finish(Run run, ReplayStatus how, @Nullable String why) {
        aggregates.change(
                run.id(),
                CommandContext.of("system:replays"),
                state -> state.isActive()
                        ? new Change<>(
                                state.ended(how, run.sent(), why, clock.instant()),
                                List.of(new ReplayEndedV1(run.id(), state.requestId(), how.name(), run.sent())))
                        : new Change<>(state, List.of()));
    }

    /** Counting takes up to two seconds, in which nothing is sent; a service waits for the end and looks at no number. */
    private static boolean isToCount(Run run) {
        return run.total() == null && run.replay().purpose() == null;
    }

    private @Nullable Long total(ReplayDocument replay) {
        long total = 0;
        for (var selection : replay.selections()) {
            OptionalLong some = archive.count(selection);
            if (some.isEmpty()) {
                return null;
            }
            total += some.getAsLong();
        }
        return total;
    }

    /** Up to where the topics reach now. */
    private boolean archiveHasCaughtUp(BooleanSupplier goOn) {
        var ends = new HashMap<String, Long>();
        long until = System.nanoTime() + LEASE.toNanos() / 2;
        try (var watch = offsets.watch()) {
            while (goOn.getAsBoolean() && System.nanoTime() - until < 0) {
                var places = watch.places(Topics.ARCHIVED);
                places.forEach(place -> ends.putIfAbsent(place.topic() + place.partition(), place.end()));
                if (places.stream().allMatch(place -> isRead(place, ends))) {
                    return true;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
            }
        }
        return false;
    }

    private static boolean isRead(TopicOffsets.Place place, Map<String, Long> ends) {
        long end = ends.getOrDefault(place.topic() + place.partition(), 0L);
        return place.beginning() >= end || (place.read() != null && place.read() >= end);
    }

    /** Waits until it has arrived. @return why the broker will never take it; empty when it has it */
    private static Optional<String> refusal(Future<RecordMetadata> record) {
        try {
            record.get(SECONDS_FOR_A_PART, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RetriableException) {
                throw new NotNow("Kafka does not take the events now", failure);
            }
            return Optional.of(String.valueOf(failure.getCause()));
        } catch (TimeoutException slow) {
            throw new NotNow("Kafka does not take the events now", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("Stopped while events were sent", stopped);
        }
    }

    /** It has to do with no event: later the same ones arrive. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(String what, Exception cause) {
            super(what, cause);
        }
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Run run;

        /** @param run with all that has arrived */
        Refused(String why, Run run) {
            super(why);
            this.run = run;
        }

        Run run() {
            return run;
        }
    }
}
