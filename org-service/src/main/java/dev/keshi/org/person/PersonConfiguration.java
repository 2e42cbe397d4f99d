package dev.keshi.org.person;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.org.account.Employment;
import dev.keshi.org.department.DepartmentStaff;
import dev.keshi.org.timeline.MongoDue;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    StoreIndexes peopleIndexes() {
        var sparse = new IndexOptions().sparse(true);
        var indexes = StoreIndexes.of(MongoPeople.COLLECTION, Indexes.ascending("state.employeeNumber"))
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.departmentId", "state.employeeNumber"))
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.reportsTo", "state.employeeNumber"), sparse)
                .and(MongoPeople.COLLECTION, Indexes.ascending("state.email"), sparse);
        return MongoDue.index(indexes, MongoPeople.COLLECTION);
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
    Swept peopleComeIntoForce(People people, EnterpriseTime time) {
        return new PersonDueFacts(people, time);
    }
}
