package dev.keshi.org.identity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.util.concurrent.TimeUnit;
import org.bson.BsonType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Indexes of sessions and authorizations; the server removes what has expired. */
@Configuration(proxyBeanMethods = false)
@WhenEmbedded
class MongoIdentityIndexes {

    private static final String AUTHORIZATIONS = "authorizations";

    @Bean
    StoreIndexes identityIndexes() {
        return StoreIndexes.of("sessions", Indexes.ascending("expiresAt"), expiry())
                .and(AUTHORIZATIONS, Indexes.ascending("expiresAt"), expiry())
                .and(AUTHORIZATIONS, Indexes.ascending("code"), token("code"))
                .and(AUTHORIZATIONS, Indexes.ascending("accessToken"), token("accessToken"))
                .and(AUTHORIZATIONS, Indexes.ascending("idToken"), token("idToken"));
    }

    private static IndexOptions expiry() {
        return new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
    }

    private static IndexOptions token(String field) {
        return new IndexOptions().unique(true).partialFilterExpression(Filters.type(field, BsonType.STRING));
    }
}
