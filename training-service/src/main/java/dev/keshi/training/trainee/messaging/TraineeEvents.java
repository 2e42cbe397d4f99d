package dev.keshi.training.trainee.messaging;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.training.trainee.PositionQueries;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People join, move and leave, and they are appraised. */
@Configuration(proxyBeanMethods = false)
class TraineeEvents {

    private static final String FACT = "fact";

    @Bean
    EventHandlers traineeHandlers() {
        return EventHandlers.named("trainees")
                .projection(
                        PositionQueries.COLLECTION,
                        "position",
                        positions -> positions.on(
                                PositionDefinedV1.class,
                                event -> PositionQueries.defined(
                                        event.data().code(), event.data().template())))
                .effects(PersonHiredV1.class, TraineeEvents::hired)
                .effects(PersonTransferredV1.class, TraineeEvents::moved)
                .effects(PersonSeparatedV1.class, TraineeEvents::left)
                .effects(AppraisalPublishedV1.class, TraineeEvents::appraised);
    }

    private static List<Effect> hired(ReceivedEvent<PersonHiredV1> event) {
        var hired = event.data();
        return fact(
                hired.personId(),
                new TraineeFact.Works(
                        event.sequence(),
                        event.time(),
                        hired.hiredOn(),
                        hired.departmentId(),
                        Optional.ofNullable(hired.positionId()),
                        true));
    }

    private static List<Effect> moved(ReceivedEvent<PersonTransferredV1> event) {
        var moved = event.data();
        return fact(
                moved.personId(),
                new TraineeFact.Works(
                        event.sequence(),
                        event.time(),
                        moved.effectiveOn(),
                        moved.departmentId(),
                        Optional.ofNullable(moved.positionId()),
                        false));
    }

    private static List<Effect> left(ReceivedEvent<PersonSeparatedV1> event) {
        return fact(
                event.data().personId(),
                new TraineeFact.Left(
                        event.sequence(), event.time(), event.data().separatedOn()));
    }

    private static List<Effect> appraised(ReceivedEvent<AppraisalPublishedV1> event) {
        var appraisal = event.data();
        var points = appraisal.indicators().stream()
                .collect(Collectors.toMap(
                        IndicatorResult::code, result -> new BigDecimal(result.points()), BigDecimal::min));
        return fact(
                appraisal.personId(),
                new TraineeFact.Appraised(appraisal.appraisalId(), event.sequence(), event.time(), points));
    }

    private static List<Effect> fact(String personId, TraineeFact fact) {
        return List.of(TraineeFacts.told(personId, fact, FACT));
    }
}
