package dev.keshi.risk.indicator.messaging;

import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.risk.indicator.Feed;
import dev.keshi.risk.indicator.FeedService;
import dev.keshi.risk.indicator.FigureNews;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Values of departments, as they move. A value of a period that is over belongs to its last day. */
@Configuration(proxyBeanMethods = false)
class FigureEvents {

    @Bean
    EventHandlers figureHandlers(EnterpriseTime time) {
        return EventHandlers.named("figures")
                .effects(IndicatorDefinedV1.class, FigureEvents::defined)
                .effects(IndicatorMovedV1.class, event -> moved(event, time));
    }

    private static List<Effect> defined(ReceivedEvent<IndicatorDefinedV1> event) {
        var indicator = event.data();
        return indicator.target() == null ? Effect.none() : List.of(FeedService.known(indicator.code()));
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
