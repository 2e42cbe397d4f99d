package dev.keshi.training.quiz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answers are worth. A question gives all of its points or none: an answer to several choices must name all the right ones and no
 * other. What was not answered gives none.
 *
 * @param earned points of the right answers
 * @param possible points of all questions drawn
 * @param percent earned of possible, half-even to one decimal place; this figure, as it is shown, decides
 * @param passed whether the percentage reaches the pass mark
 */
public record Score(int earned, int possible, BigDecimal percent, boolean passed) {

    public static final int DECIMALS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param drawn the questions of the attempt, one at least
     * @param answers the choices named, by code of the question
     */
    public static Score of(List<Question> drawn, Map<String, Set<String>> answers, int passPercent) {
        int possible = drawn.stream().mapToInt(Question::points).sum();
        int earned = drawn.stream()
                .filter(question -> question.isRight(answers.getOrDefault(question.code(), Set.of())))
                .mapToInt(Question::points)
                .sum();
        var percent = HUNDRED.multiply(BigDecimal.valueOf(earned))
                .divide(BigDecimal.valueOf(possible), DECIMALS, RoundingMode.HALF_EVEN);
        return new Score(earned, possible, percent, percent.compareTo(BigDecimal.valueOf(passPercent)) >= 0);
    }
}
