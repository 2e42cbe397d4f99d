package dev.keshi.org.position;

import java.util.Optional;

/** What a position is called: 1 to 100 characters without control characters. */
public record PositionTitle(String chinese, Optional<String> english) {

    private static final int LONGEST = 100;

    public PositionTitle {
        if (!isValid(chinese) || !english.map(PositionTitle::isValid).orElse(true)) {
            throw new IllegalArgumentException("position title: " + chinese + ", " + english);
        }
    }

    public static boolean isValid(String title) {
        return !title.isBlank()
                && title.length() <= LONGEST
                && title.codePoints().noneMatch(Character::isISOControl);
    }
}
