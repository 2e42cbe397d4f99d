package dev.keshi.training.lesson;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.bundle.Bundle;
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
    Bundle bundledCourseware(CoursewareService courseware) {
        return new Bundle(
                "bundled-courseware",
                context -> BundledCourseware.all()
                        .forEach((course, content) -> courseware.bundle(context, course, content)));
    }

    @Bean
    OnlineCourses onlineCourses(CourseQueries courses) {
        return new OnlineCourses(courses);
    }
}
