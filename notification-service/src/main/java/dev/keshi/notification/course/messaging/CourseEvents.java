package dev.keshi.notification.course.messaging;

import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.SessionScheduledV1;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.notification.course.CourseCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourseEvents {

    @Bean
    EventHandlers courseHandlers() {
        return EventHandlers.named("courses")
                .projection(
                        CourseCopy.COURSES,
                        "course",
                        courses -> courses.on(CoursePublishedV1.class, event -> CourseCopy.of(event.data())))
                .projection(
                        CourseCopy.SESSIONS,
                        "session",
                        sessions -> sessions.on(SessionScheduledV1.class, event -> CourseCopy.of(event.data())));
    }
}
