package dev.keshi.training.attempt.messaging;

import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.record.LearningEntry;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever passes the quiz of a course has learned it. */
@Configuration(proxyBeanMethods = false)
class QuizEvents {

    @Bean
    EventHandlers quizHandlers(EnterpriseTime time) {
        return EventHandlers.named("quizzes").effects(QuizPassedV1.class, event -> passed(event, time));
    }

    private static List<Effect> passed(ReceivedEvent<QuizPassedV1> event, EnterpriseTime time) {
        var quiz = event.data();
        return new LearningEntry(
                        quiz.personId(),
                        quiz.courseCode(),
                        CourseForm.ONLINE,
                        quiz.minutes(),
                        LocalDate.ofInstant(event.time(), time.zone()),
                        "quiz/" + quiz.attemptId(),
                        event.time())
                .toEffects();
    }
}
