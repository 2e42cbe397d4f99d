package dev.keshi.service.problem.web;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import java.util.Optional;

/** What the aggregate store and MongoDB throw. */
final class StoreProblems {

    private StoreProblems() {}

    static Problem of(AggregateFailure failure) {
        return switch (failure) {
            case AggregateFailure.NotFound missing -> CommonProblem.notFound();
            case AggregateFailure.AlreadyExists exists -> CommonProblem.alreadyExists();
            case AggregateFailure.Stale stale -> CommonProblem.stale();
            case AggregateFailure.Contended contended -> CommonProblem.contended();
            case AggregateFailure.EventTooLarge large -> CommonProblem.eventTooLarge(large.most());
            case AggregateFailure.OutboxFull full -> CommonProblem.outboxFull();
        };
    }

    /** MongoDB cannot be reached or did not answer in time, however deep that stands in the chain of causes. */
    static Optional<Problem> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (unreachable(cause)) {
                return Optional.of(CommonProblem.storeUnavailable());
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean unreachable(Throwable cause) {
        return switch (cause) {
            case MongoTimeoutException timeout -> true;
            case MongoExecutionTimeoutException timeout -> true;
            case MongoSocketException broken -> true;
            case MongoServerUnavailableException away -> true;
            case MongoConnectionPoolClearedException cleared -> true;
            case MongoNotPrimaryException election -> true;
            case MongoNodeIsRecoveringException recovering -> true;
            case MongoInterruptedException stopping -> true;
            default -> false;
        };
    }
}
