package dev.keshi.training.record;

import dev.keshi.training.course.CourseForm;
import java.time.LocalDate;

/**
 * An entry as callers see it.
 *
 * @param reference by what it was learned: {@code session/...} or {@code quiz/...}
 */
public record LearningEntryView(
        String id, String courseCode, CourseForm form, int minutes, LocalDate on, String reference) {}
