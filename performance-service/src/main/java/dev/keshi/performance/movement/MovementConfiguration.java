package dev.keshi.performance.movement;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.performance.indicator.IndicatorQueries;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class MovementConfiguration {

    private static final Duration EVERY = Duration.ofMillis(250);

    @Bean
    StoreIndexes valueIndexes() {
        return MongoValues.indexes();
    }

    @Bean
    ValueReckoning valueReckoning(IndicatorQueries indicators, MongoValues values, Directory directory) {
        return new ValueReckoning(indicators, values, directory);
    }

    @Bean
    SchedulingConfigurer movedValuesAreTold(MovementService movement) {
        return tasks -> tasks.addFixedDelayTask(movement::tell, EVERY);
    }
}
