package dev.keshi.risk.register.messaging;

import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.risk.register.MeasureReport;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever has done the work that a measure led to has carried out the measure. */
@Configuration(proxyBeanMethods = false)
class WorkEvents {

    private static final String BY_AN_EVENT = "EVENT";

    @Bean
    EventHandlers measureReportHandlers() {
        return EventHandlers.named("measure-reports").effects(WorkItemCompletedV1.class, WorkEvents::completed);
    }

    private static List<Effect> completed(ReceivedEvent<WorkItemCompletedV1> event) {
        var work = event.data();
        if (!work.origin().equals(BY_AN_EVENT)) {
            return Effect.none();
        }
        return MeasureReport.of(
                        Objects.requireNonNullElse(work.originReference(), ""), work.ownerId(), work.reportedAt())
                .map(MeasureReport::toEffect)
                .stream()
                .toList();
    }
}
