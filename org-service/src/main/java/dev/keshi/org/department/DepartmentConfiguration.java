package dev.keshi.org.department;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.org.timeline.MongoDue;
import dev.keshi.service.time.EnterpriseTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DepartmentConfiguration {

    @Bean
    StoreIndexes departmentIndexes() {
        var indexes = StoreIndexes.of(MongoDepartments.COLLECTION, Indexes.ascending("state.code"))
                .and(MongoDepartments.COLLECTION, Indexes.ascending("state.leadership.managerId"))
                .and(MongoDepartments.COLLECTION, Indexes.ascending("state.leadership.deputies.personId"));
        return MongoDue.index(indexes, MongoDepartments.COLLECTION);
    }

    @Bean
    DepartmentStructure departmentStructure(Departments departments, EnterpriseTime time) {
        return new DepartmentStructure(departments, time);
    }

    @Bean
    Swept departmentsComeIntoForce(Departments departments, EnterpriseTime time) {
        return new DepartmentDueFacts(departments, time);
    }
}
