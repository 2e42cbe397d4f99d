package dev.keshi.risk.indicator.messaging;

import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.risk.indicator.Feed;
import dev.keshi.risk.indicator.FigureNews;
import dev.keshi.risk.indicator.KnownIndicatorDelivery;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Indicators that have a target, and values of departments, as they move. A value of a period that is over belongs to its last day. */
@Configuration(proxyBeanMethods = false)
class FigureEvents {

    @Bean
    EventHandlers figureHandlers(EnterpriseTime time) {
        return EventHandlers.named("figures").effects(IndicatorMovedV1.class, event -> moved(event, time));
    }

    /** Apart from the figures, which are carried out once: when these are made anew nothing is news. */
    @Bean
    EventHandlers performanceIndicatorHandlers(KnownIndicatorDelivery known) {
        return EventHandlers.named("performance-indicators")
                .effects(IndicatorDefinedV1.class, event -> defined(known, event))
                .readModel(KnownIndicatorDelivery.COLLECTION, KnownIndicatorDelivery.readModel());
    }

    private static List<Effect> defined(KnownIndicatorDelivery known, ReceivedEvent<IndicatorDefinedV1> event) {
        var indicator = event.data();
        return indicator.target() == null ? Effect.none() : List.of(known.known(indicator.code()));
    }

    private static List<Effect> moved(ReceivedEvent<IndicatorMovedV1> event, EnterpriseTime time) {
        var value = event.data();
        var department = value.departmentId();
        if (department == null || value.personId() != null) {
            return Effect.none();
        }
        var today = LocalDate.ofInstant(event.time(), time.zone());
        var day = today.isAfter(value.lastDay()) ? value.lastDay() : today;
        var after = value.after();
        return List.of(new FigureNews(
                        new Feed(value.indicator(), department),
                        day,
                        after == null ? null : new BigDecimal(after),
                        event.time().truncatedTo(ChronoUnit.MILLIS),
                        value.lastDay())
                .toEffect());
    }
}
