package dev.keshi.training.course;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a course is.
 *
 * @param minutes how long it takes; minutes, so that sums stay exact
 * @param prerequisites to be learned before
 * @param indicators codes of the appraisal indicators that it strengthens
 * @param certificateMonths how long its certificate holds; empty when it gives none
 */
public record CourseContent(
        String name,
        Optional<String> nameEn,
        CourseForm form,
        CourseSubject subject,
        int minutes,
        SortedSet<CourseCode> prerequisites,
        SortedSet<String> indicators,
        Induction induction,
        OptionalInt certificateMonths) {

    public static final int MOST_MINUTES = 60_000;
    public static final int MOST_MONTHS = 120;

    public CourseContent {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes: " + minutes);
        }
        if (certificateMonths.isPresent()
                && (certificateMonths.getAsInt() < 1 || certificateMonths.getAsInt() > MOST_MONTHS)) {
            throw new IllegalArgumentException("months: " + certificateMonths);
        }
        prerequisites = Collections.unmodifiableSortedSet(new TreeSet<>(prerequisites));
        indicators = Collections.unmodifiableSortedSet(new TreeSet<>(indicators));
    }
}
