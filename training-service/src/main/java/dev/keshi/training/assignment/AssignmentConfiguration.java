package dev.keshi.training.assignment;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.trainee.PositionQueries;
import dev.keshi.training.trainee.TraineeFollower;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssignmentProperties.class)
class AssignmentConfiguration {

    @Bean
    StoreIndexes assignmentIndexes() {
        return MongoAssignments.indexes();
    }

    @Bean
    AssignmentAccess assignmentAccess(Access access) {
        return new AssignmentAccess(access);
    }

    @Bean
    TraineeFollower assignmentFollower(
            MongoAssignments assignments,
            CourseQueries courses,
            PositionQueries positions,
            EnterpriseTime time,
            AssignmentProperties properties) {
        return new AssignmentFollower(assignments, new DueCourses(courses, positions, properties), time, properties);
    }

    @Bean
    Swept overdueAssignments(MongoAssignments assignments, EnterpriseTime time) {
        return new OverdueAssignments(assignments, time);
    }
}
