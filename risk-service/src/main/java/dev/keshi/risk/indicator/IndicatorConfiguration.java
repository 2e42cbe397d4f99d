package dev.keshi.risk.indicator;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.risk.organisation.OrganisationQueries;
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
    StoreIndexes figureNewsIndexes() {
        return MongoFigureNews.indexes();
    }

    @Bean
    EffectFollower figuresFeedIndicators(FeedService feeds) {
        return new EffectFollower("figure-news", FigureNews.COLLECTION, feeds::carryOut);
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
