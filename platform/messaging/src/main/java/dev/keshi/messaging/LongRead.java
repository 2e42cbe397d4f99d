package dev.keshi.messaging;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/**
 * A read that may take longer in all than one operation may. The driver's time limit is otherwise that of the whole cursor, however
 * long whoever reads is busy with what came.
 */
public final class LongRead {

    private LongRead() {}

    /** Each batch has the client's time limit for itself. */
    public static <T> FindIterable<T> of(MongoCollection<T> collection, Bson filter) {
        var read = collection.find(filter);
        return collection.getTimeout(TimeUnit.MILLISECONDS) == null ? read : read.timeoutMode(TimeoutMode.ITERATION);
    }
}
