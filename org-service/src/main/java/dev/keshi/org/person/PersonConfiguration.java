package dev.keshi.org.person;

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
