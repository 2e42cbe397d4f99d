package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;

/**
 * The indexes by which events find documents to change, for a shadow too. Made with the first event that changes any: most read models are only
 * ever added to, and then each index would cost every document that is added and find none.
 */
final class ShadowIndexes {

    private ShadowIndexes() {}

    /** Nothing where the collection is no shadow. Asked for with each batch of changes: the store makes none twice. */
    static void ensure(MongoDatabase database, String collection) {
        ReadModel.liveOf(collection).ifPresent(live -> ensure(database, live, collection));
    }

    private static void ensure(MongoDatabase database, String live, String shadow) {
        var wanted = new ArrayList<IndexModel>();
        for (var index : database.getCollection(live).listIndexes()) {
            if (!index.getString("name").equals("_id_") && !index.containsKey("expireAfterSeconds")) {
                var options = new IndexOptions();
                Optional.ofNullable(index.get("partialFilterExpression", Document.class))
                        .ifPresent(options::partialFilterExpression);
                wanted.add(new IndexModel(index.get("key", Document.class), options));
            }
        }
        if (!wanted.isEmpty()) {
            database.getCollection(shadow).createIndexes(wanted);
        }
    }
}
