package dev.keshi.training.record.messaging;

import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.record.LearningEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever came to a session has learned its course. */
@Configuration(proxyBeanMethods = false)
class RecordEvents {

    @Bean
    EventHandlers recordHandlers() {
        return EventHandlers.named("learning-records").effects(AttendanceRecordedV1.class, RecordEvents::attended);
    }

    private static List<Effect> attended(ReceivedEvent<AttendanceRecordedV1> event) {
        var session = event.data();
        return session.attended().stream()
                .flatMap(person -> new LearningEntry(
                                person,
                                session.courseCode(),
                                CourseForm.valueOf(session.form()),
                                session.minutes(),
                                session.heldOn(),
                                "session/" + session.sessionId(),
                                event.time())
                        .toEffects().stream())
                .toList();
    }
}
