package dev.keshi.training.lesson;

import dev.keshi.training.quiz.QuestionBank;
import java.util.List;

/** What one version of an online course holds. */
public record Courseware(List<Lesson> lessons, QuestionBank bank) {

    public Courseware {
        lessons = List.copyOf(lessons);
    }

    int minutes() {
        return lessons.stream().mapToInt(Lesson::minutes).sum();
    }
}
