package dev.keshi.workflow.workitem.messaging;

import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Matter;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Measures against risks are work of their owners. Risk-service says who is to do a measure and when it is over; that it is done can be said
 * on either side, and the other follows. What follows changes nothing where it is so already, so nothing goes to and fro.
 */
@Configuration(proxyBeanMethods = false)
class MeasureEvents {

    @Bean
    EventHandlers measureHandlers() {
        return EventHandlers.named("measures")
                .effects(MeasureAssignedV1.class, MeasureEvents::assigned)
                .effects(MeasureCompletedV1.class, MeasureEvents::completed)
                .effects(MeasureCancelledV1.class, MeasureEvents::cancelled);
    }

    private static List<Effect> assigned(ReceivedEvent<MeasureAssignedV1> event) {
        var measure = event.data();
        return matter(event, measure.riskId(), measure.measureId())
                .ordered(
                        new PersonId(measure.ownerId()),
                        new Wording(measure.title(), Optional.empty()),
                        measure.dueOn(),
                        Priority.HIGH);
    }

    private static List<Effect> completed(ReceivedEvent<MeasureCompletedV1> event) {
        var measure = event.data();
        return matter(event, measure.riskId(), measure.measureId()).done(new PersonId(measure.ownerId()), event.time());
    }

    private static List<Effect> cancelled(ReceivedEvent<MeasureCancelledV1> event) {
        var measure = event.data();
        return matter(event, measure.riskId(), measure.measureId()).cancelled(event.time());
    }

    private static Matter matter(ReceivedEvent<?> event, String riskId, String measureId) {
        return Matter.of("risk-measure/" + riskId + '/' + measureId, event);
    }
}
