package dev.keshi.notification.obligation;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of obligations. */
@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    @Bean
    StoreIndexes obligationIndexes() {
        return MongoObligations.indexes();
    }
}
