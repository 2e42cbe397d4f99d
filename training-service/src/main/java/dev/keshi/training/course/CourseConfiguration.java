package dev.keshi.training.course;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.bundle.Bundle;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class CourseConfiguration {

    @Bean
    StoreIndexes courseIndexes() {
        return MongoCourses.indexes();
    }

    /** Before their lessons. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Bundle bundledCourses(CourseService courses) {
        var former = BundledCourses.former();
        return new Bundle(
                "bundled-courses",
                context -> BundledCourses.all()
                        .forEach(course ->
                                courses.bundle(context, course, Optional.ofNullable(former.get(course.code())))));
    }
}
