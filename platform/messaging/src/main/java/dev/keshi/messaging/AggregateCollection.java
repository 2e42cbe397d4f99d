package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.keshi.messaging.AggregateDocument.COMMANDS;
import static dev.keshi.messaging.AggregateDocument.DELETED;
import static dev.keshi.messaging.AggregateDocument.HEARD;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.LANE;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;
import static dev.keshi.messaging.AggregateDocument.SEQUENCE;
import static dev.keshi.messaging.AggregateDocument.STATE;
import static dev.keshi.messaging.AggregateDocument.VERSION;

import com.mongodb.MongoWriteException;
import dev.keshi.contracts.PublishedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Aggregates of one kind, each in one document: {@code {_id, version, sequence, lane, commands, state, outbox}}.
 * Queries and indexes address the state as {@code state.<component>}.
 */
public final class AggregateCollection<S> {

    private static final int ATTEMPTS = 20;

    private final String name;
    private final StateMapping<S> mapping;
    private final MongoOperations mongo;
    private final OutboxWriter outbox;
    private final OwnWrites own;
    private final BulkWrites many;

    AggregateCollection(
            String name, StateMapping<S> mapping, MongoOperations mongo, OutboxWriter outbox, OwnWrites own) {
        this.name = name;
        this.mapping = mapping;
        this.mongo = mongo;
        this.outbox = outbox;
        this.own = own;
        this.many = new BulkWrites(name, mongo);
    }

    public String name() {
        return name;
    }

    public Optional<Versioned<S>> find(String id) {
        return read(id).filter(AggregateCollection::isThere).map(this::versioned);
    }

    /** Reads an aggregate out of a document that a query of the feature found; it needs {@code version} and {@code state}. */
    public Versioned<S> versioned(Document document) {
        return new Versioned<>(
                document.getString(ID),
                document.getLong(VERSION),
                mapping.toState(document.get(STATE, Document.class)));
    }

    /**
     * Creates an aggregate. The same command again, by its idempotency key, answers what it created the first time.
     *
     * @throws AggregateFailure.AlreadyExists when another command took the id, also when it was deleted since, or a unique index
     *     refuses the state
     */
    public Versioned<S> create(String id, CommandContext context, Change<S> change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // A duplicate key would abort the transaction, so nothing could be read after it.
            var existing = read(id);
            if (existing.isPresent()) {
                return createdBefore(id, context, existing);
            }
        }
        try {
            Failpoint.BEFORE_COMMIT.reached();
            mongo.execute(name, documents -> documents.insertOne(document(id, context, change)));
            Failpoint.AFTER_COMMIT.reached();
            written(id, change.events());
            return new Versioned<>(id, 1, change.state());
        } catch (DuplicateKeyException taken) {
            return createdBefore(id, context, read(id));
        }
    }

    private Versioned<S> createdBefore(String id, CommandContext context, Optional<Document> existing) {
        return existing.filter(AggregateCollection::isThere)
                .filter(document -> carriedOut(document, context))
                .map(this::versioned)
                .orElseThrow(() -> new AggregateFailure.AlreadyExists(id));
    }

    /** Creates many at once; those that exist are left as they are, so a repeated bulk command rolls forward. */
    public void createMissing(CommandContext context, Collection<NewAggregate<S>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var documents = new ArrayList<Document>(batch.size());
        batch.forEach(fresh -> documents.add(document(fresh.id(), context, fresh.change())));
        many.insertMissing(documents);
        batch.forEach(fresh -> written(fresh.id(), fresh.change().events()));
    }

    /**
     * Changes an aggregate in one compare-and-set. When another command wins the race the aggregate is read and
     * {@code decide} is asked again, so it must be a pure function; when the caller named a version the race is lost.
     * A command that was carried out before, by its idempotency key, changes nothing and answers what stands now.
     *
     * @param decide what follows from the current state; it refuses by throwing
     * @throws AggregateFailure as each kind says
     */
    public Versioned<S> change(String id, CommandContext context, Function<? super S, Change<S>> decide) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var document =
                    read(id).filter(AggregateCollection::isThere).orElseThrow(() -> new AggregateFailure.NotFound(id));
            var before = versioned(document);
            if (carriedOut(document, context)) {
                return before;
            }
            requireExpectedVersion(before, context);
            var change = decide.apply(before.state());
            if (change.events().isEmpty() && change.state().equals(before.state())) {
                return before;
            }
            var state = mapping.toDocument(change.state());
            if (swap(document, context, state, List.of(set(STATE, state)), change.events())) {
                written(id, change.events());
                return new Versioned<>(id, before.version() + 1, change.state());
            }
            requireRoomInOutbox(id, change.events());
            pause(attempt);
        }
        throw new AggregateFailure.Contended(id);
    }

    /**
     * Deletes an aggregate: in one write its last events are appended and its state is gone. Nobody finds it from then on, and
     * queries over {@code state} do not either. Its id, version, sequence and last commands stay: the id is not given
     * again, and its sequence never begins anew, which copies would take for a repetition. The same command again, by
     * its idempotency key, changes nothing.
     *
     * @param decide the events that tell of it, one at least; it refuses by throwing
     * @throws AggregateFailure as each kind says
     */
    public void delete(String id, CommandContext context, Function<? super S, List<PublishedEvent>> decide) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var document = read(id).orElseThrow(() -> new AggregateFailure.NotFound(id));
            if (carriedOut(document, context)) {
                return;
            }
            if (!isThere(document)) {
                throw new AggregateFailure.NotFound(id);
            }
            var before = versioned(document);
            requireExpectedVersion(before, context);
            var events = decide.apply(before.state());
            if (events.isEmpty()) {
                throw new IllegalArgumentException("Nobody is told that " + id + " is deleted");
            }
            if (swap(
                    document,
                    context,
                    new Document(),
                    List.of(set(DELETED, true), unset(STATE), unset(HEARD)),
                    events)) {
                written(id, events);
                return;
            }
            requireRoomInOutbox(id, events);
            pause(attempt);
        }
        throw new AggregateFailure.Contended(id);
    }

    /** All of them, as {@link #batch(Bson, Bson, int)}, in the order of their ids. */
    public Batch<S> batch(Bson filter) {
        return batch(filter, ascending(ID), 0);
    }

    /**
     * Reads many, to change them together.
     *
     * @param filter over {@code state}, which those that were deleted do not have
     * @param order best that in which they were written: those that lie beside each other are read, and written back, together
     * @param most so many at most; 0 for all
     */
    public Batch<S> batch(Bson filter, Bson order, int most) {
        var found = mongo.execute(
                name,
                documents -> documents
                        .find(filter)
                        .projection(exclude(OUTBOX))
                        .sort(order)
                        .limit(most)
                        .into(new ArrayList<>()));
        return new Batch<>(this, found == null ? List.of() : found);
    }

    /** What must hold of a document, and what becomes of it. */
    Swap swap(Document before, CommandContext context, Change<S> change) {
        var state = set(STATE, mapping.toDocument(change.state()));
        return Swap.of(outbox, before, context, List.of(state), change.events());
    }

    BulkWrites many() {
        return many;
    }

    private static boolean isThere(Document document) {
        return !document.getBoolean(DELETED, false);
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(200L * attempt)));
    }

    /** @param state as it will be, for its size */
    private boolean swap(
            Document before, CommandContext context, Document state, List<Bson> changes, List<PublishedEvent> events) {
        var swap = Swap.of(outbox, before, context, changes, events);
        Failpoint.BEFORE_COMMIT.reached();
        var result = mongo.execute(name, documents -> {
            try {
                return documents.updateOne(swap.filter(), swap.update());
            } catch (MongoWriteException refusal) {
                if (!swap.entries().isEmpty() && OutboxWriter.isFull(refusal, state, swap.entries())) {
                    throw AggregateFailure.OutboxFull.ofBytes(before.getString(ID));
                }
                throw refusal;
            }
        });
        Failpoint.AFTER_COMMIT.reached();
        return result != null && result.getMatchedCount() == 1;
    }

    void written(String id, List<PublishedEvent> events) {
        if (!events.isEmpty()) {
            own.written(new Pending(name, id));
        }
    }

    /** As an event creates it: nobody commanded it, and it tells nobody. */
    public Document fresh(String id, S state) {
        return document(id, CommandContext.of("event"), new Change<>(state, List.of()));
    }

    private Document document(String id, CommandContext context, Change<S> change) {
        return new Document(ID, id)
                .append(VERSION, 1L)
                .append(SEQUENCE, (long) change.events().size())
                .append(LANE, Lanes.of(id))
                .append(COMMANDS, context.key().map(List::of).orElse(List.of()))
                .append(STATE, mapping.toDocument(change.state()))
                .append(OUTBOX, outbox.entries(id, 0, context, change.events()));
    }

    private Optional<Document> read(String id) {
        return Optional.ofNullable(mongo.execute(
                name,
                documents ->
                        documents.find(eq(ID, id)).projection(exclude(OUTBOX)).first()));
    }

    private void requireRoomInOutbox(String id, List<PublishedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var full = mongo.execute(
                name,
                documents -> documents
                        .find(and(eq(ID, id), exists(outbox.lastFreePlace(events.size()))))
                        .projection(new Document(ID, 1))
                        .first());
        if (full != null) {
            throw new AggregateFailure.OutboxFull(id, outbox.cap());
        }
    }

    private static void requireExpectedVersion(Versioned<?> before, CommandContext context) {
        context.expectedVersion().ifPresent(expected -> {
            if (expected != before.version()) {
                throw new AggregateFailure.Stale(before.id(), expected, before.version());
            }
        });
    }

    static boolean carriedOut(Document document, CommandContext context) {
        return context.key()
                .filter(document.getList(COMMANDS, String.class, List.of())::contains)
                .isPresent();
    }
}
