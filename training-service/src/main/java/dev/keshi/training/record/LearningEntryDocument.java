package dev.keshi.training.record;

import dev.keshi.training.course.CourseForm;
import java.time.LocalDate;

/**
 * An entry as it is kept. All of it follows from the event that told it.
 *
 * @param year of the day
 * @param reference by what: {@code session/...} or {@code quiz/...}
 */
record LearningEntryDocument(
        String personId, String courseCode, CourseForm form, int minutes, LocalDate on, int year, String reference) {

    static LearningEntryDocument of(LearningEntry entry) {
        var learned = entry.learned();
        return new LearningEntryDocument(
                entry.personId(),
                learned.courseCode(),
                entry.form(),
                entry.minutes(),
                learned.on(),
                learned.on().getYear(),
                learned.reference());
    }
}
