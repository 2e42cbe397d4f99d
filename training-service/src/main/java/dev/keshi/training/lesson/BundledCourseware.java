package dev.keshi.training.lesson;

import dev.keshi.training.course.CourseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lessons and questions of the online courses that come with the service, from files beside this class named as the courses are. Texts are
 * ours and name no law: what holds in an enterprise is added by its personnel, as the next version.
 */
final class BundledCourseware {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BundledCourseware() {}

    static Map<CourseCode, Courseware> all() {
        return Stream.of("COMPLIANCE-BASICS", "PROFESSIONAL-ETHICS", "WORK-PLANNING")
                .collect(Collectors.toMap(CourseCode::new, BundledCourseware::read));
    }

    private static Courseware read(String course) {
        var file = course.toLowerCase(Locale.ROOT) + ".json";
        try (var json = Objects.requireNonNull(BundledCourseware.class.getResourceAsStream(file), file)) {
            return JSON.readValue(json, Courseware.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
