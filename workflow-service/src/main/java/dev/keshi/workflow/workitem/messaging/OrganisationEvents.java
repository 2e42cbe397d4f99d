package dev.keshi.workflow.workitem.messaging;

import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentMovedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.workflow.workitem.OrganisationNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People move, leave and come back, and departments get other leaders: their work follows. */
@Configuration(proxyBeanMethods = false)
class OrganisationEvents {

    @Bean
    EventHandlers organisationNewsHandlers() {
        return EventHandlers.named("organisation-news")
                .effects(
                        PersonHiredV1.class,
                        event -> event.sequence() == 1
                                ? Effect.none()
                                : OrganisationNews.ofPerson(event.data().personId(), event))
                .effects(
                        PersonTransferredV1.class,
                        event -> OrganisationNews.ofPerson(event.data().personId(), event))
                .effects(
                        PersonSeparatedV1.class,
                        event -> OrganisationNews.ofPerson(event.data().personId(), event))
                .effects(
                        DepartmentLeadershipChangedV1.class,
                        event -> OrganisationNews.ofDepartment(event.data().departmentId(), event))
                .effects(
                        DepartmentClosedV1.class,
                        event -> OrganisationNews.ofDepartment(event.data().departmentId(), event))
                .effects(
                        DepartmentMovedV1.class,
                        event -> OrganisationNews.ofDepartment(event.data().departmentId(), event));
    }
}
