package dev.keshi.risk.register;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    private static final Duration REPORTS_EVERY = Duration.ofSeconds(1);

    @Bean
    StoreIndexes riskIndexes() {
        return MongoRisks.indexes();
    }

    @Bean
    StoreIndexes measureReportIndexes() {
        return MongoMeasureReports.indexes();
    }

    @Bean
    SchedulingConfigurer reportedMeasuresAreCompleted(MeasureReportService reports) {
        return tasks -> tasks.addFixedDelayTask(reports::carryOut, REPORTS_EVERY);
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
