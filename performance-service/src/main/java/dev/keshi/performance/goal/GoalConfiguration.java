package dev.keshi.performance.goal;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GoalConfiguration {

    @Bean
    StoreIndexes goalIndexes() {
        return MongoGoalSheets.indexes();
    }
}
