package dev.keshi.training.trainee;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.sweep.Swept;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraineeConfiguration {

    @Bean
    StoreIndexes traineeIndexes() {
        return MongoTraineeFacts.indexes();
    }

    /** They did not say what they had heard, so they could not be compared with the archive; they begin with it. */
    @Bean
    StoreMigration factsCanBeMadeAnew() {
        return StoreMigration.of("2026-11-22.1 facts about trainees can be made anew")
                .dropCollection(MongoTraineeFacts.COLLECTION);
    }

    @Bean
    LeaverWatch leaverWatch(MongoTraineeFacts facts) {
        return new LeaverWatch(facts);
    }

    @Bean
    TraineeFacts traineeFacts(MongoTraineeFacts facts) {
        return new TraineeFacts(facts.collection());
    }

    @Bean
    Swept traineeNews(MongoTraineeFacts facts, List<TraineeFollower> followers) {
        return new TraineeNews(facts, followers);
    }
}
