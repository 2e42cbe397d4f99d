package dev.keshi.training.quiz;

/**
 * How a quiz is taken.
 *
 * @param drawn how many questions of the bank each attempt has
 * @param passPercent from how many percent of the points on it is passed, 1 to 100
 * @param attempts how many one person has, 1 to 10
 * @param minutes how long an attempt may take, 1 to 480
 */
public record QuizRules(int drawn, int passPercent, int attempts, int minutes, Disclosure disclosure) {

    public static final int MOST_DRAWN = 100;
    public static final int MOST_PERCENT = 100;
    public static final int MOST_ATTEMPTS = 10;
    public static final int MOST_MINUTES = 480;

    public QuizRules {
        require("drawn", drawn, MOST_DRAWN);
        require("passPercent", passPercent, MOST_PERCENT);
        require("attempts", attempts, MOST_ATTEMPTS);
        require("minutes", minutes, MOST_MINUTES);
    }

    private static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }
}
