package dev.keshi.messaging;

import com.mongodb.bulk.BulkWriteError;

/** An insert that was refused because the document is there already: a repetition, unlike a refusal by another index. */
final class TakenId {

    private static final int DUPLICATE_KEY = 11000;

    private TakenId() {}

    static boolean isMeantBy(BulkWriteError error) {
        return error.getCode() == DUPLICATE_KEY && error.getMessage().contains("index: _id_");
    }
}
