package dev.keshi.training.attempt;

import dev.keshi.training.quiz.Question;
import java.util.List;

/** The questions of an attempt, drawn again from what never changes; with the pass mark that counts for it. */
interface DrawnQuestions {

    List<Question> of(AttemptDocument attempt);

    int passPercent(AttemptDocument attempt);
}
