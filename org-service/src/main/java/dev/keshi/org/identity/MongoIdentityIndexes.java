package dev.keshi.org.identity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.org.StorePreparation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonType;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Indexes of sessions and authorizations; the server removes what has expired. */
@Component
@WhenEmbedded
final class MongoIdentityIndexes implements StorePreparation {

    private static final List<String> TOKENS = List.of("code", "accessToken", "idToken");

    private final MongoOperations mongo;

    MongoIdentityIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        expire("sessions");
        expire("authorizations");
        TOKENS.forEach(token -> mongo.execute(
                "authorizations",
                authorizations -> authorizations.createIndex(
                        Indexes.ascending(token),
                        new IndexOptions()
                                .unique(true)
                                .partialFilterExpression(Filters.type(token, BsonType.STRING)))));
    }

    private void expire(String collection) {
        mongo.execute(
                collection,
                documents -> documents.createIndex(
                        Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }
}
