package dev.keshi.training.lesson;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.quiz.QuizRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the lessons of a course, for everybody. The questions are not in it.
 *
 * @param minutes of all lessons
 * @param questions how many the bank has
 */
public record CoursewareView(
        String id,
        String courseCode,
        int version,
        List<LessonView> lessons,
        int minutes,
        int questions,
        QuizRules quiz,
        Instant releasedAt) {

    public CoursewareView {
        lessons = List.copyOf(lessons);
    }

    /** @param text Markdown */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LessonView(
            String title,
            @Nullable String titleEn,
            String text,
            @Nullable String textEn,
            int minutes) {}

    static Versioned<CoursewareView> of(Versioned<CoursewareDocument> stored) {
        var kept = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new CoursewareView(
                        stored.id(),
                        kept.courseCode(),
                        kept.version(),
                        kept.lessons().stream()
                                .map(lesson -> new LessonView(
                                        lesson.title(),
                                        lesson.titleEn(),
                                        lesson.text(),
                                        lesson.textEn(),
                                        lesson.minutes()))
                                .toList(),
                        kept.content().minutes(),
                        kept.questions().size(),
                        kept.rules(),
                        kept.releasedAt()));
    }
}
