package dev.keshi.training.lesson;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionKind;
import dev.keshi.training.quiz.QuizRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of a version with their right answers: for those who keep the bank, and nobody else. */
public record QuestionBankView(
        String coursewareId, String courseCode, int version, QuizRules quiz, List<QuestionView> questions) {

    public QuestionBankView {
        questions = List.copyOf(questions);
    }

    /** @param right codes of the right choices */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuestionView(
            String code,
            QuestionKind kind,
            String text,
            @Nullable String textEn,
            List<ChoiceView> choices,
            List<String> right,
            int points) {

        static QuestionView of(Question question) {
            return new QuestionView(
                    question.code(),
                    question.kind(),
                    question.text(),
                    question.textEn(),
                    question.choices().stream()
                            .map(choice -> new ChoiceView(choice.code(), choice.text(), choice.textEn()))
                            .toList(),
                    question.right(),
                    question.points());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChoiceView(
            String code, String text, @Nullable String textEn) {}

    static Versioned<QuestionBankView> of(Versioned<CoursewareDocument> stored) {
        var kept = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new QuestionBankView(
                        stored.id(),
                        kept.courseCode(),
                        kept.version(),
                        kept.rules(),
                        kept.questions().stream().map(QuestionView::of).toList()));
    }
}
