package dev.keshi.messaging.consumer;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Which failures are the record's own, and which will pass by themselves and must not park anything. */
final class DeadLetterRules {

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
}
