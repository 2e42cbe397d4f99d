package dev.keshi.messaging.consumer;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Which failures are the record's own, and which will pass by themselves and must not park anything. */
final class DeadLetterRules {

    /**
     * Of a single write, by the server's code: stepping down, shutting down, a network between servers, no time left, no space left.
     * Everything else says something about the document.
     */
    private static final Set<Integer> PASSING = Set.of(
            6, 7, 24, 46, 50, 89, 91, 112, 133, 134, 189, 202, 246, 262, 317, 358, 365, 384, 9_001, 10_107, 11_600,
            11_601, 11_602, 13_435, 13_436, 14_031);

    private DeadLetterRules() {}

    static void rethrowIfInfrastructure(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException) {
                throw failure;
            }
        }
    }

    /** Goes on only when each write that failed was refused for what it would have written. */
    static void rethrowUnlessRefused(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null
                || failure.getWriteErrors().isEmpty()
                || failure.getWriteErrors().stream().anyMatch(DeadLetterRules::passes)) {
            throw failure;
        }
    }

    private static boolean passes(BulkWriteError error) {
        return PASSING.contains(error.getCode());
    }
}
