package dev.keshi.training.course;

import dev.keshi.messaging.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course as callers see it.
 *
 * @param inductionOf codes of positions or of the role templates they were made from
 * @param certificateMonths absent when the course gives no certificate
 */
public record CourseView(
        String code,
        String name,
        @Nullable String nameEn,
        CourseForm form,
        CourseSubject subject,
        int minutes,
        List<String> prerequisites,
        List<String> indicators,
        boolean inductionOfAll,
        List<String> inductionOf,
        @Nullable Integer certificateMonths,
        boolean retired) {

    public CourseView {
        prerequisites = List.copyOf(prerequisites);
        indicators = List.copyOf(indicators);
        inductionOf = List.copyOf(inductionOf);
    }

    static Versioned<CourseView> of(Versioned<CourseDocument> stored) {
        var course = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new CourseView(
                        stored.id(),
                        course.name(),
                        course.nameEn(),
                        course.form(),
                        course.subject(),
                        course.minutes(),
                        course.prerequisites(),
                        course.indicators(),
                        course.inductionOfAll(),
                        course.inductionOf(),
                        course.certificateMonths(),
                        course.retired()));
    }
}
