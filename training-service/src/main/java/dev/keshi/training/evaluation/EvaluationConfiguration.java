package dev.keshi.training.evaluation;

import dev.keshi.directory.Access;
import dev.keshi.directory.Superiors;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.organisation.OrganisationQueries;
import dev.keshi.training.trainee.TraineeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    StoreIndexes reactionIndexes() {
        return MongoReactions.indexes();
    }

    @Bean
    StoreIndexes followUpIndexes() {
        return MongoFollowUps.indexes();
    }

    @Bean
    EvaluationAccess evaluationAccess(Access access) {
        return new EvaluationAccess(access);
    }

    @Bean
    TraineeFollower learnedFollowUps(MongoFollowUps followUps, OrganisationQueries organisation, EnterpriseTime time) {
        return new LearnedFollowUps(followUps, organisation, time);
    }

    @Bean
    Swept behaviourAsking(MongoFollowUps followUps, Superiors superiors, EnterpriseTime time) {
        return new BehaviourAsking(followUps, superiors, time);
    }
}
