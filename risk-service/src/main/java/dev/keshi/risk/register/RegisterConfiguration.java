package dev.keshi.risk.register;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.risk.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    StoreIndexes riskIndexes() {
        return MongoRisks.indexes();
    }

    @Bean
    RiskAccess riskAccess(Access access) {
        return new RiskAccess(access);
    }

    @Bean
    Swept acceptanceExpiry(MongoRisks risks, EnterpriseTime time) {
        return new AcceptanceExpiry(risks, time);
    }
}
