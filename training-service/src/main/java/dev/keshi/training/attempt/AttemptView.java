package dev.keshi.training.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.quiz.Disclosure;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attempt with its questions, in the order in which they were drawn.
 *
 * @param ranOut whether time ended it; absent while it runs, as is the score
 * @param percent half-even to one decimal place, as text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
        String id,
        String sheetId,
        String courseCode,
        int coursewareVersion,
        String personId,
        int number,
        AttemptStatus status,
        Instant startedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable Boolean ranOut,
        @Nullable Integer earned,
        @Nullable Integer possible,
        @Nullable String percent,
        List<QuestionView> questions) {

    public AttemptView {
        questions = List.copyOf(questions);
    }

    /**
     * @param answer what was chosen so far
     * @param right what is right; present only when the attempt is over and the course shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuestionView(
            String code,
            QuestionKind kind,
            String text,
            @Nullable String textEn,
            List<ChoiceView> choices,
            int points,
            List<String> answer,
            @Nullable List<String> right) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChoiceView(
            String code, String text, @Nullable String textEn) {}

    static Versioned<AttemptView> of(
            Versioned<AttemptSheetDocument> sheet,
            AttemptDocument attempt,
            List<Question> drawn,
            Disclosure disclosure) {
        var result = Optional.ofNullable(attempt.result());
        boolean shown = shows(attempt.status(), disclosure);
        var answers = attempt.named();
        return new Versioned<>(
                attempt.attemptId(),
                sheet.version(),
                new AttemptView(
                        attempt.attemptId(),
                        sheet.id(),
                        sheet.state().courseCode(),
                        attempt.coursewareVersion(),
                        sheet.state().personId(),
                        attempt.number(),
                        attempt.status(),
                        attempt.startedAt(),
                        attempt.endsAt(),
                        result.map(AttemptDocument.Result::at).orElse(null),
                        result.map(AttemptDocument.Result::ranOut).orElse(null),
                        result.map(AttemptDocument.Result::earned).orElse(null),
                        result.map(AttemptDocument.Result::possible).orElse(null),
                        result.map(AttemptDocument.Result::percent)
                                .map(BigDecimal::toPlainString)
                                .orElse(null),
                        drawn.stream()
                                .map(question -> new QuestionView(
                                        question.code(),
                                        question.kind(),
                                        question.text(),
                                        question.textEn(),
                                        question.choices().stream()
                                                .map(choice ->
                                                        new ChoiceView(choice.code(), choice.text(), choice.textEn()))
                                                .toList(),
                                        question.points(),
                                        answers.getOrDefault(question.code(), Set.of()).stream()
                                                .sorted()
                                                .toList(),
                                        shown ? question.right() : null))
                                .toList()));
    }

    private static boolean shows(AttemptStatus status, Disclosure disclosure) {
        return switch (disclosure) {
            case NEVER -> false;
            case WHEN_PASSED -> status == AttemptStatus.PASSED;
            case WHEN_OVER -> status != AttemptStatus.OPEN;
        };
    }
}
