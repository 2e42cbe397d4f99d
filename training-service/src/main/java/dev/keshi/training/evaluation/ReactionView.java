package dev.keshi.training.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What was said of a session or a course, in means of 1.0 to 5.0, half-even to one decimal place, as text.
 *
 * @param answers how many are in the means
 */
public record ReactionView(int answers, String content, String lecturer, String organisation, String usefulness) {

    static ReactionView of(int answers, List<Integer> sums) {
        return new ReactionView(
                answers,
                mean(sums.get(0), answers),
                mean(sums.get(1), answers),
                mean(sums.get(2), answers),
                mean(sums.get(3), answers));
    }

    private static String mean(int sum, int answers) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(answers), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
