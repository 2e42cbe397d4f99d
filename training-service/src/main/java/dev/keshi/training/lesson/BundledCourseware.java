package dev.keshi.training.lesson;

import dev.keshi.training.course.CourseCode;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionBank;
import dev.keshi.training.quiz.QuizRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lessons and questions of the online courses that come with the service, in both languages. Each stands in a file of the shape that
 * personnel releases courseware in, so that it can be taken as it is, changed and released anew.
 */
final class BundledCourseware {

    private static final List<String> COURSES = List.of("COMPLIANCE-BASICS", "PROFESSIONAL-ETHICS", "WORK-PLANNING");

    private BundledCourseware() {}

    static Map<CourseCode, Courseware> all() {
        return COURSES.stream()
                .map(CourseCode::new)
                .collect(Collectors.toUnmodifiableMap(
                        code -> code, code -> read(file(code)).courseware()));
    }

    static String file(CourseCode course) {
        return course.value().toLowerCase(Locale.ROOT) + ".json";
    }

    private static Release read(String file) {
        try (var library = BundledCourseware.class.getResourceAsStream(file)) {
            if (library == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(library, Release.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Release(List<Lesson> lessons, List<Question> questions, QuizRules quiz) {

        Courseware courseware() {
            return new Courseware(lessons, new QuestionBank(questions, quiz));
        }
    }
}
