package dev.keshi.org.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.org.StorePreparation;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Indexes of accounts and of attempts to sign in. */
@Component
final class MongoAccountIndexes implements StorePreparation {

    private final MongoOperations mongo;

    MongoAccountIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        mongo.execute(MongoAccounts.COLLECTION, accounts -> {
            accounts.createIndex(Indexes.ascending("state.loginName"), new IndexOptions().unique(true));
            // Everybody is an employee: only the few with more are worth an entry each.
            return accounts.createIndex(
                    Indexes.ascending("state.roles", "state.loginName"),
                    new IndexOptions().partialFilterExpression(Filters.in("state.roles", "HR", "AUDITOR", "ADMIN")));
        });
        mongo.execute(
                MongoLoginAttempts.COLLECTION,
                attempts -> attempts.createIndex(
                        Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }
}
