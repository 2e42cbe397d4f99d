package dev.keshi.messaging;

import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the relay of the same process which documents were just written, without a round trip. It is a hint only: what
 * is written while no relay listens is found by the relay's first sweep.
 */
final class OwnWrites {

    private volatile Consumer<Pending> listener = _ -> {};

    void listen(Consumer<Pending> relay) {
        listener = relay;
    }

    /** Now, or when the transaction that is under way has committed. */
    void written(Pending document) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    listener.accept(document);
                }
            });
        } else {
            listener.accept(document);
        }
    }
}
