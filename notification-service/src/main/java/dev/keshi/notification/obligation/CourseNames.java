package dev.keshi.notification.obligation;

import dev.keshi.notification.course.CourseQueries;
import dev.keshi.notification.course.CourseTitle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Calls courses by their names, as far as they are known; by their codes until then. */
final class CourseNames {

    private final CourseQueries courses;

    CourseNames(CourseQueries courses) {
        this.courses = courses;
    }

    /** The same obligations in the same order. */
    List<Obligation> told(List<Obligation> found) {
        var titles = courses.titles(found.stream()
                .filter(one -> one.kind().ofCourse())
                .map(CourseNames::code)
                .collect(Collectors.toSet()));
        return titles.isEmpty()
                ? found
                : found.stream().map(one -> told(one, titles)).toList();
    }

    private static Obligation told(Obligation one, Map<String, CourseTitle> titles) {
        var title = one.kind().ofCourse() ? titles.get(code(one)) : null;
        return title == null ? one : one.called(title.given(), title.english());
    }

    /** What only its due date is known of has none yet. */
    private static String code(Obligation course) {
        return Objects.requireNonNullElse(course.topic().parentId(), "");
    }
}
