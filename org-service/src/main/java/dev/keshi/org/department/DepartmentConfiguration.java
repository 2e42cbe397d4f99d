package dev.keshi.org.department;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class DepartmentConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    StoreIndexes departmentIndexes() {
        return StoreIndexes.of(MongoDepartments.COLLECTION, Indexes.ascending("state.code"))
                .and(MongoDepartments.COLLECTION, Indexes.ascending("state.nextDue"))
                .and(MongoDepartments.COLLECTION, Indexes.ascending("state.leadership.managerId"))
                .and(MongoDepartments.COLLECTION, Indexes.ascending("state.leadership.deputies.personId"));
    }

    @Bean
    DepartmentStructure departmentStructure(Departments departments, EnterpriseTime time) {
        return new DepartmentStructure(departments, time);
    }

    @Bean
    SchedulingConfigurer departmentsComeIntoForce(Departments departments, EnterpriseTime time) {
        var dueFacts = new DepartmentDueFacts(departments, time);
        return tasks -> tasks.addFixedDelayTask(dueFacts::comeIntoForce, EVERY);
    }
}
