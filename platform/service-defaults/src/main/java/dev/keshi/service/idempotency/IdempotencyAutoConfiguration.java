package dev.keshi.service.idempotency;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.service.problem.web.FailureTranslator;
import dev.keshi.service.problem.web.ProblemAutoConfiguration;
import dev.keshi.service.problem.web.ProblemResponses;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Idempotency keys, wherever the service has a store. */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class IdempotencyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(MongoDatabaseFactory.class)
    IdempotencyStore idempotencyStore(MongoDatabaseFactory database) {
        return new MongoIdempotencyStore(database);
    }

    @Bean
    @ConditionalOnBean(MongoDatabaseFactory.class)
    StoreIndexes idempotencyIndexes() {
        return MongoIdempotencyStore.indexes();
    }

    /** Behind the security filters (order -100), which say whose key it is. */
    @Bean
    @ConditionalOnBean(IdempotencyStore.class)
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyStore store, FailureTranslator translator, ProblemResponses problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(store, translator, problems));
        registration.setOrder(0);
        return registration;
    }
}
