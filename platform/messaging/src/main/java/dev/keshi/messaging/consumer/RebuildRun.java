package dev.keshi.messaging.consumer;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import dev.keshi.contracts.operations.EventRange;
import dev.keshi.contracts.operations.RebuildEndedV1;
import dev.keshi.messaging.AggregateDocument;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries rebuilds out, step by step: a shadow of the read model is made from the archive, while the one in use goes on; then
 * the two are compared and what is wrong is put right. What changed meanwhile is asked for again, so that it too is
 * compared. A step that was broken off is done again.
 */
final class RebuildRun {

    private static final Logger log = LoggerFactory.getLogger(RebuildRun.class);

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int EXISTS = 48;
    private static final int RANGES = 500;
    private static final int ROUNDS = 6;

    private final MongoDatabase database;
    private final Rebuilds rebuilds;
    private final Subscriptions subscriptions;
    private final ReplayRequests requests;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    /** Of the rebuild that this replica works at: found by the last comparison, and asked for since. */
    private record Orphans(String rebuildId, Map<String, Long> documents, long wrong, String before) {}

    private @Nullable Orphans orphans;

    RebuildRun(
            MongoDatabase database,
            Rebuilds rebuilds,
            Subscriptions subscriptions,
            ReplayRequests requests,
            Clock clock) {
        this.database = database;
        this.rebuilds = rebuilds;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.clock = clock;
    }

    /** @return whether one was ended, so that the next can begin at once */
    boolean round() {
        return rebuilds.lease(holder, LEASE).map(this::step).orElse(false);
    }

    private boolean step(Versioned<RebuildDocument> rebuild) {
        var subscription = subscriptions.named(rebuild.state().subscription());
        var model = subscription.map(Subscription::readModel);
        if (subscription.isEmpty() || model.isEmpty()) {
            return fail(rebuild, "nothing here is named " + rebuild.state().subscription() + " any more");
        }
        if (rebuild.state().status() == RebuildStatus.WAITING) {
            clearUp(model.get());
            createShadow(model.get().shadow(rebuild.id()));
            ask(rebuild, subscription.get(), List.of());
            return false;
        }
        var arrivals = rebuilds.arrivals(rebuild.id());
        if (arrivals.refusal().isPresent()) {
            return fail(rebuild, arrivals.refusal().get());
        }
        if (arrivals.delivered().containsAll(rebuild.state().requests())) {
            return compare(rebuild, subscription.get(), model.get());
        }
        if (arrivals.progressAt()
                .map(at -> at.toInstant().plus(PATIENCE).isBefore(clock.instant()))
                .orElse(rebuild.state().startedAt().plus(PATIENCE).isBefore(clock.instant()))) {
            return fail(rebuild, "the archive sends nothing");
        }
        return false;
    }

    /** Doing it again, after a crash or by a replica that was slow, takes nothing away that has come since. */
    private void clearUp(ReadModel model) {
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> model.rebuildOf(name)
                        .filter(other -> !rebuilds.isActive(other))
                        .isPresent())
                .forEach(left -> database.getCollection(left).drop());
    }

    /** Kept in the order of ids, in which it is compared: each document is then in one tree, not in one and by its id in another. */
    private void createShadow(String name) {
        try {
            database.createCollection(
                    name,
                    new CreateCollectionOptions()
                            .clusteredIndexOptions(
                                    new ClusteredIndexOptions(new Document(AggregateDocument.ID, 1), true)));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != EXISTS) {
                throw refused;
            }
            // The step was broken off behind this.
        }
    }

    private void ask(Versioned<RebuildDocument> rebuild, Subscription subscription, List<EventRange> ranges) {
        var parts = new ArrayList<List<EventRange>>();
        for (int from = 0; from == 0 || from < ranges.size(); from += RANGES) {
            parts.add(ranges.subList(from, Math.min(from + RANGES, ranges.size())));
        }
        int round = rebuild.state().round() + 1;
        var asked = new ArrayList<String>();
        for (int part = 0; part < parts.size(); part++) {
            var id = Ids.derived("rebuild-request", rebuild.id() + '/' + round + '/' + part);
            requests.ask(id, subscription, rebuild.id(), parts.get(part));
            asked.add(id);
        }
        // Patience begins here: the rebuild may have waited for another one.
        rebuilds.hasCome(rebuild.id());
        save(rebuild, state -> state.asked(asked));
    }

    private boolean compare(Versioned<RebuildDocument> rebuild, Subscription subscription, ReadModel model) {
        var known = Optional.ofNullable(orphans).filter(some -> some.rebuildId().equals(rebuild.id()));
        var comparison = new ReadModelComparison(
                database, model, model.shadow(rebuild.id()), clock.instant(), renewing(rebuild.id()));
        var outcome = comparison.compareAndMend(known.map(Orphans::documents).orElse(Map.of()));
        var before = known.map(Orphans::before).orElse(outcome.live());
        long mended = known.map(Orphans::wrong).orElse(0L) + outcome.wrong();
        log.info("{} round {}: {}", model.collection(), rebuild.state().round(), outcome);
        if (outcome.wrong() == 0
                && (outcome.behind().isEmpty() || rebuild.state().round() >= ROUNDS)) {
            return end(
                    rebuild,
                    model,
                    new Rebuild.Result(
                            outcome.documents(), mended, outcome.moving(), before, outcome.shadow(), outcome.live()));
        }
        if (outcome.behind().size() > ReadModelComparison.MOST_BEHIND) {
            return fail(rebuild, "more changes at a time than can be asked for");
        }
        orphans = new Orphans(rebuild.id(), outcome.orphans(), mended, before);
        if (!outcome.behind().isEmpty()) {
            ask(rebuild, subscription, outcome.behind());
        }
        return false;
    }

    private Runnable renewing(String rebuildId) {
        var next = new Object() {
            long at = System.nanoTime() + RENEWAL.toNanos();
        };
        return () -> {
            if (System.nanoTime() - next.at >= 0) {
                rebuilds.renew(rebuildId, holder, LEASE);
                next.at = System.nanoTime() + RENEWAL.toNanos();
            }
        };
    }

    private boolean end(Versioned<RebuildDocument> rebuild, ReadModel model, Rebuild.Result result) {
        save(
                rebuild,
                state -> state.completed(result, clock.instant()),
                new RebuildEndedV1(rebuild.id(), RebuildStatus.COMPLETED.name(), result.documents(), result.mended()));
        database.getCollection(model.shadow(rebuild.id())).drop();
        orphans = null;
        log.info("{} is as the archive says: {}", model.collection(), result);
        return true;
    }

    private boolean fail(Versioned<RebuildDocument> rebuild, String why) {
        save(
                rebuild,
                state -> state.failed(why, clock.instant()),
                new RebuildEndedV1(rebuild.id(), RebuildStatus.FAILED.name(), 0, 0));
        subscriptions
                .named(rebuild.state().subscription())
                .map(Subscription::readModel)
                .ifPresent(model ->
                        database.getCollection(model.shadow(rebuild.id())).drop());
        log.warn("The rebuild of {} is given up: {}", rebuild.state().subscription(), why);
        return true;
    }

    private void save(
            Versioned<RebuildDocument> rebuild, UnaryOperator<RebuildDocument> next, RebuildEndedV1... events) {
        rebuilds.aggregates()
                .change(
                        rebuild.id(),
                        CommandContext.of("system:rebuilds"),
                        state -> Objects.equals(state, rebuild.state())
                                ? new Change<>(next.apply(state), List.of(events))
                                : new Change<>(state, List.of()));
    }
}
