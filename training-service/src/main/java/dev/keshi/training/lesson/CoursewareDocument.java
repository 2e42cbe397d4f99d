package dev.keshi.training.lesson;

import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionBank;
import dev.keshi.training.quiz.QuizRules;
import java.time.Instant;
import java.util.List;

/** A version as it is kept. */
record CoursewareDocument(
        String courseCode,
        int version,
        List<Lesson> lessons,
        List<Question> questions,
        QuizRules rules,
        String releasedBy,
        Instant releasedAt) {

    CoursewareDocument {
        lessons = List.copyOf(lessons);
        questions = List.copyOf(questions);
    }

    static CoursewareDocument of(String courseCode, int version, Courseware content, String by, Instant at) {
        return new CoursewareDocument(
                courseCode,
                version,
                content.lessons(),
                content.bank().questions(),
                content.bank().rules(),
                by,
                at);
    }

    Courseware content() {
        return new Courseware(lessons, new QuestionBank(questions, rules));
    }
}
