package dev.keshi.risk.indicator;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    @Bean
    StoreIndexes indicatorIndexes() {
        return MongoIndicators.indexes();
    }

    @Bean
    StoreIndexes warningIndexes() {
        return MongoWarnings.indexes();
    }

    @Bean
    Swept warningEscalation(MongoWarnings warnings, OrganisationQueries organisation, EnterpriseTime time) {
        return new WarningEscalation(warnings, organisation, time);
    }
}
