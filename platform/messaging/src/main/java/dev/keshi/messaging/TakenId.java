package dev.keshi.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.bulk.BulkWriteError;

/** An insert that was refused because the document is there already: a repetition, unlike a refusal by another index. */
public final class TakenId {

    private TakenId() {}

    public static boolean isMeantBy(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY
                && error.getMessage().contains("index: _id_");
    }
}
