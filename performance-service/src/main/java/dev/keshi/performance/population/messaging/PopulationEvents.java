package dev.keshi.performance.population.messaging;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.org.PositionRevisedV1;
import dev.keshi.contracts.org.ReportingLineChangedV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.Projected;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.performance.population.EmploymentFact;
import dev.keshi.performance.population.PopulationCopy;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class PopulationEvents {

    /** Before all that follows from when somebody worked here. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    EventHandlers populationHandlers() {
        return EventHandlers.named("population")
                .projection(
                        PopulationCopy.POSITIONS,
                        "position",
                        positions -> positions
                                .on(
                                        PositionDefinedV1.class,
                                        event -> PopulationCopy.position(
                                                event.data().title(),
                                                event.data().titleEn(),
                                                Optional.ofNullable(event.data().template())))
                                .on(
                                        PositionRevisedV1.class,
                                        event -> PopulationCopy.position(
                                                event.data().title(),
                                                event.data().titleEn(),
                                                Optional.empty())))
                .projection(
                        PopulationCopy.PEOPLE,
                        "person",
                        people -> people.on(PersonHiredV1.class, PopulationEvents::hired)
                                .on(PersonTransferredV1.class, PopulationEvents::transferred)
                                .on(ReportingLineChangedV1.class, PopulationEvents::reportsTo)
                                .on(PersonSeparatedV1.class, PopulationEvents::separated));
    }

    private static Projected hired(ReceivedEvent<PersonHiredV1> event) {
        var hired = event.data();
        return PopulationCopy.fact(
                event.sequence(),
                new EmploymentFact.Works(
                        hired.hiredOn(),
                        hired.departmentId(),
                        Optional.ofNullable(hired.positionId()),
                        Optional.ofNullable(hired.reportsTo())));
    }

    private static Projected transferred(ReceivedEvent<PersonTransferredV1> event) {
        var moved = event.data();
        return PopulationCopy.fact(
                event.sequence(),
                new EmploymentFact.Works(
                        moved.effectiveOn(),
                        moved.departmentId(),
                        Optional.ofNullable(moved.positionId()),
                        Optional.ofNullable(moved.reportsTo())));
    }

    private static Projected reportsTo(ReceivedEvent<ReportingLineChangedV1> event) {
        return PopulationCopy.fact(
                event.sequence(),
                new EmploymentFact.ReportsTo(
                        event.data().effectiveOn(),
                        Optional.ofNullable(event.data().reportsTo())));
    }

    private static Projected separated(ReceivedEvent<PersonSeparatedV1> event) {
        return PopulationCopy.fact(
                event.sequence(), new EmploymentFact.Left(event.data().separatedOn()));
    }
}
