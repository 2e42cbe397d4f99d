package dev.keshi.training.lesson;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.CoursewareReleasedV1;

/** What others hear of courseware. No question is told of. */
final class CoursewareEvents {

    private CoursewareEvents() {}

    static PublishedEvent released(String id, CoursewareDocument released) {
        var rules = released.rules();
        return new CoursewareReleasedV1(
                id,
                released.courseCode(),
                released.version(),
                released.lessons().size(),
                released.content().minutes(),
                released.questions().size(),
                rules.drawn(),
                rules.passPercent(),
                rules.attempts(),
                rules.minutes());
    }
}
