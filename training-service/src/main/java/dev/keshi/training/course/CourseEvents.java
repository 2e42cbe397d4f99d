package dev.keshi.training.course;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.CoursePublishedV1;
import dev.keshi.contracts.training.CourseRetiredV1;
import java.util.List;

/** What others hear of courses. */
final class CourseEvents {

    private CourseEvents() {}

    static PublishedEvent published(CourseCode code, CourseContent course) {
        return new CoursePublishedV1(
                code.value(),
                course.name(),
                course.nameEn().orElse(null),
                course.form().name(),
                course.subject().name(),
                course.minutes(),
                course.prerequisites().stream().map(CourseCode::value).toList(),
                List.copyOf(course.indicators()),
                course.induction().everybody(),
                List.copyOf(course.induction().positions()),
                course.certificateMonths().isPresent()
                        ? course.certificateMonths().getAsInt()
                        : null);
    }

    static PublishedEvent retired(CourseCode code) {
        return new CourseRetiredV1(code.value());
    }
}
