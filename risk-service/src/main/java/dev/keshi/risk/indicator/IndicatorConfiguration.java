package dev.keshi.risk.indicator;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    private static final Duration FIGURES_EVERY = Duration.ofMillis(500);

    @Bean
    StoreIndexes indicatorIndexes() {
        return MongoIndicators.indexes();
    }

    @Bean
    StoreIndexes warningIndexes() {
        return MongoWarnings.indexes();
    }

    @Bean
    StoreIndexes figureNewsIndexes() {
        return MongoFigureNews.indexes();
    }

    @Bean
    SchedulingConfigurer figuresFeedIndicators(FeedService feeds) {
        return tasks -> tasks.addFixedDelayTask(feeds::carryOut, FIGURES_EVERY);
    }

    @Bean
    Swept standingFigures(
            MongoIndicators indicators,
            MongoFigureNews news,
            IndicatorService service,
            TopicOffsets offsets,
            EnterpriseTime time) {
        return new StandingFigures(indicators, news, service, offsets, time);
    }

    @Bean
    Swept warningEscalation(MongoWarnings warnings, OrganisationQueries organisation, EnterpriseTime time) {
        return new WarningEscalation(warnings, organisation, time);
    }
}
