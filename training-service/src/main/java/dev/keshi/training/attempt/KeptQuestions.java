package dev.keshi.training.attempt;

import dev.keshi.training.course.CourseCode;
import dev.keshi.training.lesson.CoursewareQueries;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionBank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws from the released versions, which never change, so each is read once. */
final class KeptQuestions implements DrawnQuestions {

    private final CoursewareQueries courseware;
    private final CourseCode course;
    private final Map<Integer, QuestionBank> banks = new HashMap<>();

    KeptQuestions(CoursewareQueries courseware, CourseCode course) {
        this.courseware = courseware;
        this.course = course;
    }

    @Override
    public List<Question> of(AttemptDocument attempt) {
        return bank(attempt).draw(attempt.seed());
    }

    @Override
    public int passPercent(AttemptDocument attempt) {
        return bank(attempt).rules().passPercent();
    }

    private QuestionBank bank(AttemptDocument attempt) {
        return banks.computeIfAbsent(attempt.coursewareVersion(), version -> courseware.bank(course, version));
    }
}
