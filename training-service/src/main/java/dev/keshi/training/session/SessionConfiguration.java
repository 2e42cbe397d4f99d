package dev.keshi.training.session;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.trainee.TraineeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    StoreIndexes sessionIndexes() {
        return MongoSessions.indexes();
    }

    @Bean
    SessionAccess sessionAccess(Access access) {
        return new SessionAccess(access);
    }

    @Bean
    TraineeFollower sessionLeavers(MongoSessions sessions, EnterpriseTime time) {
        return new SessionLeavers(sessions, time);
    }
}
