package dev.keshi.org.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Indexes of accounts and of attempts to sign in. */
@Configuration(proxyBeanMethods = false)
class MongoAccountIndexes {

    @Bean
    StoreIndexes accountIndexes() {
        // Everybody is an employee: only the few with more are worth an entry each.
        var few = new IndexOptions().partialFilterExpression(Filters.in("state.roles", "HR", "AUDITOR", "ADMIN"));
        return StoreIndexes.of(
                        MongoAccounts.COLLECTION, Indexes.ascending("state.loginName"), new IndexOptions().unique(true))
                .and(MongoAccounts.COLLECTION, Indexes.ascending("state.roles", "state.loginName"), few)
                .and(
                        MongoLoginAttempts.COLLECTION,
                        Indexes.ascending("expiresAt"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
