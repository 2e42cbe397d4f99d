package dev.keshi.risk.round;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoundConfiguration {

    @Bean
    StoreIndexes roundIndexes() {
        return MongoRounds.indexes();
    }
}
