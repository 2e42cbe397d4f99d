package dev.keshi.training.trainee;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.training.sweep.Swept;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraineeConfiguration {

    @Bean
    StoreIndexes traineeIndexes() {
        return MongoTraineeFacts.indexes();
    }

    @Bean
    Swept traineeNews(MongoTraineeFacts facts, List<TraineeFollower> followers) {
        return new TraineeNews(facts, followers);
    }
}
