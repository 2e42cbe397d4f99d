package dev.keshi.org.person;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.org.account.Employment;
import dev.keshi.org.department.DepartmentStaff;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    StoreIndexes peopleIndexes() {
        var sparse = new IndexOptions().sparse(true);
        return StoreIndexes.of(MongoPeople.COLLECTION, Indexes.ascending("state.employeeNumber"))
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.departmentId", "state.employeeNumber"))
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.reportsTo", "state.employeeNumber"), sparse)
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.email"), sparse)
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.nextDue"), sparse);
    }

    @Bean
    DepartmentStaff departmentStaff(People people) {
        return new PersonStaff(people);
    }

    @Bean
    Employment employment(People people, EnterpriseTime time) {
        return new PersonEmployment(people, time);
    }

    @Bean
    SchedulingConfigurer peopleComeIntoForce(People people, EnterpriseTime time) {
        var dueFacts = new PersonDueFacts(people, time);
        return tasks -> tasks.addFixedDelayTask(dueFacts::comeIntoForce, EVERY);
    }
}
