package dev.keshi.performance.population.messaging;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.performance.population.EmploymentEffects;
import dev.keshi.performance.population.EmploymentFact;
import dev.keshi.performance.population.PopulationStore;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PopulationEvents {

    @Bean
    EventHandlers populationHandlers() {
        return EventHandlers.named("population")
                .projection(
                        PopulationStore.POSITIONS,
                        "position",
                        positions -> positions
                                .on(
                                        PositionDefinedV1.class,
                                        event -> EmploymentEffects.position(
                                                event.data().title(),
                                                event.data().titleEn(),
                                                Optional.ofNullable(event.data().template())))
                                .on(
                                        PositionRevisedV1.class,
                                        event -> EmploymentEffects.position(
                                                event.data().title(),
                                                event.data().titleEn(),
                                                Optional.empty())))
                .effects(PersonHiredV1.class, PopulationEvents::hired)
                .effects(PersonTransferredV1.class, PopulationEvents::transferred)
                .effects(ReportingLineChangedV1.class, PopulationEvents::reportsTo)
                .effects(PersonSeparatedV1.class, PopulationEvents::separated);
    }

    private static List<Effect> hired(ReceivedEvent<PersonHiredV1> event) {
        var hired = event.data();
        return EmploymentEffects.joined(
                event.key(),
                event.sequence(),
                new EmploymentFact.Works(
                        hired.hiredOn(),
                        hired.departmentId(),
                        Optional.ofNullable(hired.positionId()),
                        Optional.ofNullable(hired.reportsTo())));
    }

    private static List<Effect> transferred(ReceivedEvent<PersonTransferredV1> event) {
        var moved = event.data();
        return EmploymentEffects.changed(
                event.key(),
                event.sequence(),
                new EmploymentFact.Works(
                        moved.effectiveOn(),
                        moved.departmentId(),
                        Optional.ofNullable(moved.positionId()),
                        Optional.ofNullable(moved.reportsTo())));
    }

    private static List<Effect> reportsTo(ReceivedEvent<ReportingLineChangedV1> event) {
        return EmploymentEffects.changed(
                event.key(),
                event.sequence(),
                new EmploymentFact.ReportsTo(
                        event.data().effectiveOn(),
                        Optional.ofNullable(event.data().reportsTo())));
    }

    private static List<Effect> separated(ReceivedEvent<PersonSeparatedV1> event) {
        return EmploymentEffects.changed(
                event.key(),
                event.sequence(),
                new EmploymentFact.Left(event.data().separatedOn()));
    }
}
