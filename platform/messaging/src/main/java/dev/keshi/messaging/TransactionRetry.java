package dev.keshi.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reruns a transaction after the errors that MongoDB labels transient, with a short random pause, a bounded number of times. A MongoDB that
 * cannot be reached is labelled so as well, but was waited for already: nobody's place is held for a minute of waiting.
 */
record TransactionRetry(TransactionOperations transactions) {

    private static final int ATTEMPTS = 12;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 400;

    <T> T run(Supplier<T> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                var result = Objects.requireNonNull(transactions.execute(_ -> body.get()));
                Failpoint.AFTER_COMMIT.reached();
                return result;
            } catch (RuntimeException failure) {
                if (!isTransient(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    throw new AggregateFailure.Contended("of a transaction");
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        long millis = ThreadLocalRandom.current().nextLong(1, longest + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static boolean isTransient(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoTimeoutException) {
                return false;
            }
            if (cause instanceof MongoException mongo
                    && mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
                return true;
            }
        }
        return false;
    }
}
