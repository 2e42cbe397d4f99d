package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class TransactionRetryTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whatIsPassingIsTriedAgain() {
        assertThat(run(body -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw transientFailure(new MongoException(112, "write conflict"));
                    }
                    return body;
                }))
                .isEqualTo("done");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aStoreThatCannotBeReachedIsNotWaitedForTwice() {
        var away = new DataAccessResourceFailureException(
                "away", transientFailure(new MongoTimeoutException("no server was found for 5 s")));

        var seen = catchThrowable(() -> run(body -> {
            attempts.incrementAndGet();
            throw away;
        }));

        assertThat(seen).isSameAs(away);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatEverybodyElseWinsEachTimeIsContended() {
        var seen = catchThrowable(() -> run(body -> {
            attempts.incrementAndGet();
            throw transientFailure(new MongoException(112, "write conflict"));
        }));

        assertThat(seen).isInstanceOf(AggregateFailure.Contended.class);
        assertThat(attempts).hasValue(12);
    }

    private interface Transaction {
        String carryOut(String body);
    }

    private static String run(Transaction transaction) {
        return new TransactionRetry(new TransactionOperations() {
                    @Override
                    public <T> @Nullable T execute(TransactionCallback<T> action) {
                        TransactionStatus status = new SimpleTransactionStatus();
                        T result = action.doInTransaction(status);
                        transaction.carryOut(String.valueOf(result));
                        return result;
                    }
                })
                .run(() -> "done");
    }

    private static MongoException transientFailure(MongoException failure) {
        failure.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        return failure;
    }
}
