package dev.keshi.training.record;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    StoreIndexes recordIndexes() {
        return MongoLearningEntries.indexes();
    }

    /** They did not say what they had heard, so they could not be compared with the archive; they begin with it. */
    @Bean
    StoreMigration entriesCanBeMadeAnew() {
        return StoreMigration.of("2026-11-22.2 learning entries can be made anew")
                .dropCollection(MongoLearningEntries.COLLECTION);
    }

    @Bean
    LearningDelivery learningDelivery(MongoLearningEntries entries) {
        return new LearningDelivery(entries.collection());
    }

    @Bean
    LearningAccess learningAccess(Access access) {
        return new LearningAccess(access);
    }
}
