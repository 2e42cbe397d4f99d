package dev.keshi.training.record;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    StoreIndexes recordIndexes() {
        return MongoLearningEntries.indexes();
    }

    @Bean
    LearningAccess learningAccess(Access access) {
        return new LearningAccess(access);
    }
}
