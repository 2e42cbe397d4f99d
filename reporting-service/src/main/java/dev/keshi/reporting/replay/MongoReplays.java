package dev.keshi.reporting.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Lease;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.reporting.archive.ArchivePlace;
import dev.keshi.service.page.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * The queries over the collection {@code replays}. How far a replay is lies beside its state under {@code run}, with a lease
 * that is judged by the server's clock and a token that rises with each holder.
 */
@Repository
class MongoReplays {

    static final String REPLAYS = "replays";

    private static final String RUN = "run";
    private static final String BEGUN = "run.begun";
    private static final Lease LEASE = Lease.in(RUN);
    private static final String REQUEST_ID = "state.requestId";
    private static final String FIRST_RANGE = "state.ranges.0";
    private static final Duration KEPT = Duration.ofDays(90);

    private final MongoOperations mongo;
    private final AggregateCollection<ReplayDocument> replays;

    MongoReplays(MongoOperations mongo, AggregateCollection<ReplayDocument> replays) {
        this.mongo = mongo;
        this.replays = replays;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(REPLAYS, Indexes.descending("state.requestedAt", "_id"))
                .and(
                        REPLAYS,
                        Indexes.compoundIndex(
                                Indexes.ascending("state.owner"), Indexes.descending("state.requestedAt", "_id")))
                .and(
                        REPLAYS,
                        Indexes.ascending("state.requestedAt"),
                        new IndexOptions().name("active").partialFilterExpression(eq("state.active", true)))
                .and(
                        REPLAYS,
                        Indexes.ascending("state.owner", "state.slot"),
                        new IndexOptions().name("slots").unique(true).partialFilterExpression(exists("state.slot")))
                .andExpiry(REPLAYS, "state.endedAt", KEPT);
    }

    /** The index before it did not look whether everything had been published. */
    static StoreMigration keptUntilPublished() {
        return StoreMigration.of("2026-11-21.4 replays are kept until published")
                .dropIndex(REPLAYS, "state.endedAt_1");
    }

    /**
     * How far a replay is.
     *
     * @param token of whoever carries it out
     * @param source which of its selections is being read
     * @param place behind which event to go on; absent at the beginning of a selection
     * @param total how many there were when it began; absent when nobody counted
     */
    record Run(
            String id,
            ReplayDocument replay,
            long token,
            int source,
            @Nullable ArchivePlace place,
            long sent,
            @Nullable Long total) {

        Run at(ArchivePlace last, int events) {
            return new Run(id, replay, token, source, last, sent + events, total);
        }

        /** Some of a part that was broken off. */
        Run sent(int more) {
            return new Run(id, replay, token, source, place, sent + more, total);
        }

        Run atNextSource() {
            return new Run(id, replay, token, source + 1, null, sent, total);
        }

        Run of(@Nullable Long counted) {
            return new Run(id, replay, token, source, place, sent, counted);
        }
    }

    Optional<Versioned<ReplayView>> find(String id) {
        return Optional.ofNullable(documents().find(eq("_id", id)).first())
                .map(document -> new Versioned<>(id, document.getLong("version"), view(document)));
    }

    List<ReplayView> newestFirst(Optional<String> owner, Optional<Position> after, int limit) {
        var criteria = new ArrayList<Bson>();
        owner.ifPresent(name -> criteria.add(eq("state.owner", name)));
        after.ifPresent(position -> {
            var date = Date.from(position.instant());
            criteria.add(
                    or(lt("state.requestedAt", date), and(eq("state.requestedAt", date), lt("_id", position.id()))));
        });
        return documents()
                .find(criteria.isEmpty() ? empty() : and(criteria))
                .sort(descending("state.requestedAt", "_id"))
                .limit(limit)
                .map(this::view)
                .into(new ArrayList<>());
    }

    long active(String owner) {
        return documents().countDocuments(and(eq("state.owner", owner), eq("state.active", true)));
    }

    /** Replays that wait for each other and for no others. */
    enum Share {
        /** What a service misses here and there: few events each, and a key stands still until they come. */
        GAPS(and(exists(REQUEST_ID), exists(FIRST_RANGE))),
        /** What a service needs to make a read model, which may be all there is. */
        HISTORIES(and(exists(REQUEST_ID), exists(FIRST_RANGE, false))),
        CALLERS(exists(REQUEST_ID, false));

        private final Bson filter;

        Share(Bson filter) {
            this.filter = filter;
        }
    }

    Optional<Run> lease(Share share, String holder, Duration time) {
        return Optional.ofNullable(documents()
                        .findOneAndUpdate(
                                and(eq("state.active", true), share.filter, LEASE.isFree()),
                                List.of(LEASE.take(holder, time)),
                                new FindOneAndUpdateOptions()
                                        .sort(ascending("state.requestedAt"))
                                        .returnDocument(ReturnDocument.AFTER)))
                .map(this::run);
    }

    /**
     * Renews the lease of a replay that goes on now, and counts it: who comes to {@link #save} or gives it back in order takes the
     * count away, who is killed does not.
     *
     * @return how often it was begun at the same place, this time included; empty when the lease was lost or the replay was
     *     cancelled
     */
    OptionalInt begin(Run run, Duration time) {
        var once =
                new Document(BEGUN, new Document("$add", List.of(new Document("$ifNull", List.of("$" + BEGUN, 0)), 1)));
        var begun = documents()
                .findOneAndUpdate(
                        and(eq("_id", run.id()), LEASE.isOf(run.token()), eq("state.active", true)),
                        List.of(new Document("$set", once), LEASE.renew(time)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return begun == null
                ? OptionalInt.empty()
                : OptionalInt.of(begun.get(RUN, Document.class).getInteger("begun"));
    }

    /** That it was broken off says nothing about its events. */
    void excuse(Run run) {
        documents().updateOne(and(eq("_id", run.id()), LEASE.isOf(run.token())), unset(BEGUN));
    }

    /** Keeps the place and renews the lease. @return false when the lease was lost or the replay was cancelled */
    boolean save(Run run, Duration time) {
        var fields = new Document(BEGUN, 0)
                .append("run.source", run.source())
                .append("run.sent", run.sent())
                .append("run.place", new Document("$literal", place(run.place())))
                .append("run.total", new Document("$literal", run.total()));
        return documents()
                        .updateOne(
                                and(eq("_id", run.id()), LEASE.isOf(run.token()), eq("state.active", true)),
                                List.of(new Document("$set", fields), LEASE.renew(time)))
                        .getMatchedCount()
                == 1;
    }

    /** Of a replay that was cancelled while a part was being sent: what of it has arrived. */
    void count(Run run) {
        documents()
                .updateOne(
                        and(eq("_id", run.id()), LEASE.isOf(run.token()), exists("state.active", false)),
                        set("run.sent", run.sent()));
    }

    /** Lets another try, or this one later. */
    void giveBack(Run run, Duration pause) {
        documents()
                .updateOne(
                        and(eq("_id", run.id()), LEASE.isOf(run.token())),
                        List.of(new Document("$set", new Document(BEGUN, 0)), LEASE.renew(pause)));
    }

    private Run run(Document document) {
        var run = document.get(RUN, Document.class);
        return new Run(
                document.getString("_id"),
                replays.versioned(document).state(),
                run.getLong("token"),
                run.getInteger("source", 0),
                place(run.get("place", Document.class)),
                Objects.requireNonNullElse(run.getLong("sent"), 0L),
                run.getLong("total"));
    }

    private static @Nullable Document place(@Nullable ArchivePlace place) {
        return place == null
                ? null
                : new Document("key", place.key())
                        .append("epoch", place.epoch())
                        .append("sequence", place.sequence())
                        .append("id", place.id());
    }

    private static @Nullable ArchivePlace place(@Nullable Document place) {
        return place == null
                ? null
                : new ArchivePlace(
                        place.getString("key"),
                        place.getLong("epoch"),
                        place.getLong("sequence"),
                        place.getString("id"));
    }

    private ReplayView view(Document document) {
        var state = replays.versioned(document).state();
        var run = document.get(RUN, new Document());
        return new ReplayView(
                document.getString("_id"),
                state.owner(),
                state.topic(),
                state.types(),
                state.aggregate(),
                state.key(),
                state.from(),
                state.to(),
                state.status(),
                Math.max(state.sent(), Objects.requireNonNullElse(run.getLong("sent"), 0L)),
                run.getLong("total"),
                state.requestedAt(),
                state.endedAt(),
                state.failure());
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(REPLAYS);
    }
}
