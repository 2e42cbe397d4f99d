package dev.keshi.training.attempt;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

    @Bean
    StoreIndexes attemptIndexes() {
        return MongoAttemptSheets.indexes();
    }

    @Bean
    AttemptAccess attemptAccess(Access access) {
        return new AttemptAccess(access);
    }

    @Bean
    Seeds seeds() {
        return new SecureRandom()::nextLong;
    }

    @Bean
    Swept attemptTimeouts(MongoAttemptSheets sheets, AttemptService attempts, EnterpriseTime time) {
        return new AttemptTimeouts(sheets, attempts, time);
    }
}
