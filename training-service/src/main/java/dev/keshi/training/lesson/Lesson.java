package dev.keshi.training.lesson;

import org.jspecify.annotations.Nullable;

/**
 * A lesson of an online course.
 *
 * @param text Markdown, kept as it is; whoever shows it makes it harmless
 * @param minutes how long it takes, 1 to 600
 */
public record Lesson(
        String title,
        @Nullable String titleEn,
        String text,
        @Nullable String textEn,
        int minutes) {

    public static final int MOST_MINUTES = 600;

    public Lesson {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes: " + minutes);
        }
    }
}
