package dev.keshi.training.lesson;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.training.course.CourseQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CoursewareConfiguration {

    @Bean
    StoreIndexes coursewareIndexes() {
        return MongoCourseware.indexes();
    }

    @Bean
    OnlineCourses onlineCourses(CourseQueries courses) {
        return new OnlineCourses(courses);
    }
}
