package dev.keshi.performance.indicator;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.performance.bundle.Bundle;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    @Bean
    StoreIndexes factIndexes() {
        return MongoFacts.indexes();
    }

    @Bean
    StoreIndexes movedFactIndexes() {
        return MongoMovedFacts.indexes();
    }

    @Bean
    StoreMigration bundledFiguresHaveAWay() {
        return MongoIndicators.bundledFiguresHaveAWay();
    }

    @Bean
    FactDelivery factDelivery(MongoFacts facts, EnterpriseTime time) {
        return new FactDelivery(facts.collection(), time);
    }

    @Bean
    WorkFactDelivery workFactDelivery(MongoFacts facts, EnterpriseTime time) {
        return new WorkFactDelivery(facts.collection(), time);
    }

    @Bean
    CourseFactDelivery courseFactDelivery(MongoFacts facts) {
        return new CourseFactDelivery(facts.collection());
    }

    /** Those of the handbook that something feeds. */
    @Bean
    Bundle bundledIndicators(IndicatorService indicators) {
        return context -> BundledIndicators.ALL.forEach(one -> indicators.bundle(context, one));
    }
}
