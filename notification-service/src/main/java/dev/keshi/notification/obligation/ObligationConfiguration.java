package dev.keshi.notification.obligation;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.notification.course.CourseQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of obligations, and what courses among them are called. */
@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    @Bean
    StoreIndexes obligationIndexes() {
        return MongoObligations.indexes();
    }

    @Bean
    CourseNames courseNames(CourseQueries courses) {
        return new CourseNames(courses);
    }
}
