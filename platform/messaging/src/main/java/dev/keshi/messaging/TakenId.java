package dev.keshi.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.bulk.BulkWriteError;

/** An insert that was refused because the document is there already: a repetition, unlike a refusal by another index. */
public final class TakenId {

    /** What follows names the fields of the index; a collection that is kept in the order of its ids has no index to name before it. */
    private static final String FIELDS = "dup key: ";

    private TakenId() {}

    public static boolean isMeantBy(BulkWriteError error) {
        var message = error.getMessage();
        int fields = message.indexOf(FIELDS);
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY
                && fields >= 0
                && message.startsWith("{ _id: ", fields + FIELDS.length());
    }
}
