package dev.keshi.performance.indicator;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.bundle.Bundle;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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

    /** Those of the handbook that something feeds, before the templates that name them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Bundle bundledIndicators(IndicatorService indicators) {
        return new Bundle(
                "bundled-indicators", context -> BundledIndicators.ALL.forEach(one -> indicators.bundle(context, one)));
    }
}
