package dev.keshi.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where a service keeps its aggregates. Each lives in one document with the events it has not published yet, so that a
 * command is one atomic write and needs neither a transaction nor a second collection.
 */
public final class AggregateStore {

    private final MongoOperations mongo;
    private final TransactionOperations transactions;
    private final OutboxWriter outbox;
    private final OwnWrites own = new OwnWrites();
    private final List<String> collections = new CopyOnWriteArrayList<>();

    AggregateStore(MongoOperations mongo, TransactionOperations transactions, OutboxWriter outbox) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /**
     * The aggregates of one kind. Does no I/O, so it may be called while beans are made.
     *
     * @param stateType a flat record that Spring Data maps; kept under {@code state} in the document
     */
    public <S> AggregateCollection<S> collection(String name, Class<S> stateType) {
        if (collections.contains(name)) {
            throw new IllegalArgumentException("Collection " + name + " is taken");
        }
        collections.add(name);
        return new AggregateCollection<>(name, new StateMapping<>(mongo.getConverter(), stateType), mongo, outbox, own);
    }

    /**
     * A command over several aggregates: all of its writes happen or none. The body runs again after a transient
     * error, so it must have no other effect.
     */
    public <T> T inTransaction(Supplier<T> body) {
        return new TransactionRetry(transactions).run(body);
    }

    OwnWrites ownWrites() {
        return own;
    }

    List<String> collections() {
        return List.copyOf(collections);
    }
}
