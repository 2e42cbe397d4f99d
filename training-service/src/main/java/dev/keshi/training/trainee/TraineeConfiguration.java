package dev.keshi.training.trainee;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureProperties.class)
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
    TraineeFacts traineeFacts(MongoTraineeFacts facts, EnterpriseTime time, FigureProperties figures) {
        return new TraineeFacts(facts.collection(), time, figures.standing());
    }

    @Bean
    Swept standingFigures(MongoTraineeFacts facts, EnterpriseTime time) {
        return new StandingFigures(facts, time);
    }

    @Bean
    Swept traineeNews(MongoTraineeFacts facts, List<TraineeFollower> followers, EnterpriseTime time) {
        return new TraineeNews(facts, followers, time);
    }
}
