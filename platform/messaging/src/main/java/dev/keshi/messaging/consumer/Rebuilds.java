package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.operations.RebuildStartedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Lease;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** The door for operators: read models that are made anew from the archive. */
public final class Rebuilds {

    static final String COLLECTION = "rebuilds";

    private static final Lease LEASE = Lease.in("lease");
    private static final int LATEST = 20;
    private static final String REFUSAL = "refusal";
    private static final String DELIVERED = "delivered";
    private static final String PROGRESS_AT = "progressAt";

    private final AggregateCollection<RebuildDocument> rebuilds;
    private final Supplier<MongoDatabase> mongo;
    private final Subscriptions subscriptions;
    private final Ids ids;
    private final Clock clock;
    private volatile Runnable bell = () -> {};

    Rebuilds(
            AggregateCollection<RebuildDocument> rebuilds,
            Supplier<MongoDatabase> mongo,
            Subscriptions subscriptions,
            Ids ids,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.mongo = mongo;
        this.subscriptions = subscriptions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param wake whoever carries rebuilds out in this replica */
    void whenStarted(Runnable wake) {
        bell = wake;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        COLLECTION,
                        ascending("state.subscription"),
                        new IndexOptions().unique(true).partialFilterExpression(eq("state.active", true)))
                .and(COLLECTION, descending("state.startedAt"));
    }

    /** Names of the subscriptions whose read models follow from archived events alone. */
    public List<String> subscriptions() {
        return subscriptions.all().stream()
                .filter(subscription -> subscription.readModel() != null)
                .filter(subscription -> Topics.ARCHIVED.containsAll(subscription.topics()))
                .map(Subscription::name)
                .sorted()
                .toList();
    }

    /** @throws RebuildProblem when there is no such read model, or it is being rebuilt */
    public Rebuild start(CommandContext context, String subscription) {
        if (!subscriptions().contains(subscription)) {
            throw new RebuildProblem.Unknown(subscription);
        }
        var id = ids.forCommand("rebuild", context);
        try {
            var started = rebuilds.create(
                    id,
                    context,
                    new Change<>(
                            RebuildDocument.of(subscription, clock.instant()),
                            List.of(new RebuildStartedV1(id, subscription))));
            bell.run();
            return view(started);
        } catch (AggregateFailure.AlreadyExists another) {
            throw new RebuildProblem.UnderWay(subscription);
        }
    }

    public Optional<Rebuild> find(String id) {
        return rebuilds.find(id).map(Rebuilds::view);
    }

    /** The newest {@value #LATEST}. */
    public List<Rebuild> latest() {
        return documents()
                .find()
                .sort(descending("state.startedAt"))
                .limit(LATEST)
                .map(document -> view(rebuilds.versioned(document)))
                .into(new ArrayList<>());
    }

    /**
     * Whether a read model is being made anew: until it is done, what stands may be a part of it.
     *
     * @throws IllegalArgumentException when no subscription of that name has one
     */
    public boolean isUnderWay(String subscription) {
        if (!subscriptions().contains(subscription)) {
            throw new IllegalArgumentException("no read model of " + subscription);
        }
        return documents()
                        .find(and(eq("state.subscription", subscription), eq("state.active", true)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    /** Events for it are to be written. */
    boolean isActive(String id) {
        return documents()
                        .find(and(eq("_id", id), eq("state.active", true)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    void hasCome(String id) {
        documents().updateOne(eq("_id", id), Updates.set(PROGRESS_AT, Date.from(clock.instant())));
    }

    /** All that this request asked for has come. */
    void delivered(String id, String request) {
        documents()
                .updateOne(
                        eq("_id", id),
                        combine(
                                Updates.addToSet(DELIVERED, request),
                                Updates.set(PROGRESS_AT, Date.from(clock.instant()))));
    }

    /** An event that led to nothing; the first is told. */
    void refused(String id, String reason) {
        documents().updateOne(and(eq("_id", id), exists(REFUSAL, false)), Updates.set(REFUSAL, reason));
    }

    /** What is told beside the aggregate. */
    record Arrivals(List<String> delivered, Optional<String> refusal, Optional<Date> progressAt) {}

    Arrivals arrivals(String id) {
        var document = Optional.ofNullable(documents().find(eq("_id", id)).first())
                .orElseThrow(() -> new IllegalStateException("No rebuild " + id));
        return new Arrivals(
                document.getList(DELIVERED, String.class, List.of()),
                Optional.ofNullable(document.getString(REFUSAL)),
                Optional.ofNullable(document.getDate(PROGRESS_AT)));
    }

    /** Takes a rebuild that nobody works at, by the server's clock. */
    Optional<Versioned<RebuildDocument>> lease(String holder, Duration time) {
        return Optional.ofNullable(documents()
                        .findOneAndUpdate(
                                and(eq("state.active", true), LEASE.isFreeFor(holder)),
                                List.of(LEASE.take(holder, time)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(rebuilds::versioned);
    }

    /** Only by who has it. */
    void renew(String id, String holder, Duration time) {
        documents().updateOne(and(eq("_id", id), LEASE.isOf(holder)), List.of(LEASE.renew(time)));
    }

    AggregateCollection<RebuildDocument> aggregates() {
        return rebuilds;
    }

    private MongoCollection<Document> documents() {
        return mongo.get().getCollection(COLLECTION);
    }

    private static Rebuild view(Versioned<RebuildDocument> rebuild) {
        var state = rebuild.state();
        return new Rebuild(
                rebuild.id(),
                state.subscription(),
                state.status(),
                state.round(),
                state.startedAt(),
                state.endedAt(),
                state.result(),
                state.failure());
    }
}
