package dev.keshi.risk.register;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.messaging.sweep.Swept;
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
    StoreIndexes measureReportIndexes() {
        return MongoMeasureReports.indexes();
    }

    @Bean
    EffectFollower reportedMeasuresAreCompleted(MeasureReportService reports) {
        return new EffectFollower("measure-reports", MeasureReport.COLLECTION, reports::carryOut);
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
