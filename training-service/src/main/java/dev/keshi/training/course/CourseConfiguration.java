package dev.keshi.training.course;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourseConfiguration {

    @Bean
    StoreIndexes courseIndexes() {
        return MongoCourses.indexes();
    }
}
