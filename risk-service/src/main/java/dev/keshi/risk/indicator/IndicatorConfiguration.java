package dev.keshi.risk.indicator;

import dev.keshi.directory.Superiors;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.sweep.Swept;
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

    /** They did not say what they had heard, so they could not be compared with the archive; they begin with it. */
    @Bean
    StoreMigration knownIndicatorsCanBeMadeAnew() {
        return StoreMigration.of("2026-11-22.1 performance indicators can be made anew")
                .dropCollection(MongoKnownIndicators.COLLECTION);
    }

    @Bean
    KnownIndicatorDelivery knownIndicatorDelivery(MongoKnownIndicators known) {
        return new KnownIndicatorDelivery(known.collection());
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
    Swept warningEscalation(MongoWarnings warnings, Superiors superiors, EnterpriseTime time) {
        return new WarningEscalation(warnings, superiors, time);
    }
}
