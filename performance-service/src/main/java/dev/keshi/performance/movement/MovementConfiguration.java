package dev.keshi.performance.movement;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.performance.indicator.FactDelivery;
import dev.keshi.performance.indicator.IndicatorQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MovementConfiguration {

    @Bean
    StoreIndexes valueIndexes() {
        return MongoValues.indexes();
    }

    @Bean
    ValueReckoning valueReckoning(IndicatorQueries indicators, MongoValues values, Directory directory) {
        return new ValueReckoning(indicators, values, directory);
    }

    @Bean
    EffectFollower movedValuesAreTold(MovementService movement) {
        return new EffectFollower("moved-values", FactDelivery.COLLECTION, movement::tell);
    }
}
