package dev.keshi.training.record.messaging;

import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.record.LearningDelivery;
import dev.keshi.training.record.LearningEntry;
import dev.keshi.training.trainee.TraineeFact;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever came to a session, or passed the quiz of a course, has learned the course. */
@Configuration(proxyBeanMethods = false)
class RecordEvents {

    @Bean
    EventHandlers recordHandlers(LearningDelivery entries, EnterpriseTime time) {
        return EventHandlers.named("learning-records")
                .effects(AttendanceRecordedV1.class, event -> attended(entries, event))
                .effects(QuizPassedV1.class, event -> List.of(passed(entries, event, time)))
                .readModel(LearningDelivery.COLLECTION, LearningDelivery.readModel());
    }

    private static List<Effect> attended(LearningDelivery entries, ReceivedEvent<AttendanceRecordedV1> event) {
        var session = event.data();
        var learned = TraineeFact.Learned.inSession(
                session.courseCode(), session.sessionId(), event.time(), session.heldOn());
        return session.attended().stream()
                .map(person -> entries.kept(
                        new LearningEntry(person, CourseForm.valueOf(session.form()), session.minutes(), learned)))
                .toList();
    }

    private static Effect passed(LearningDelivery entries, ReceivedEvent<QuizPassedV1> event, EnterpriseTime time) {
        var quiz = event.data();
        var day = LocalDate.ofInstant(event.time(), time.zone());
        return entries.kept(new LearningEntry(
                quiz.personId(),
                CourseForm.ONLINE,
                quiz.minutes(),
                TraineeFact.Learned.byQuiz(quiz.courseCode(), quiz.attemptId(), event.time(), day)));
    }
}
