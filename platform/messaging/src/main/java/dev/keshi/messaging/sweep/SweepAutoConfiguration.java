package dev.keshi.messaging.sweep;

import dev.keshi.messaging.MessagingAutoConfiguration;
import dev.keshi.messaging.StoreReadiness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Looks for what becomes due, in services that have any {@link Swept}. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean({StoreReadiness.class, MongoDatabaseFactory.class})
@EnableConfigurationProperties(SweepSettings.class)
public class SweepAutoConfiguration {

    @Bean
    SweepRunner sweepRunner(
            ObjectProvider<Swept> swept, MongoDatabaseFactory factory, StoreReadiness store, SweepSettings settings) {
        return new SweepRunner(
                swept.orderedStream().toList(), new SweepLease(factory::getMongoDatabase), store, settings);
    }
}
