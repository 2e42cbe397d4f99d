package dev.keshi.training.course;

import dev.keshi.contracts.PublishedEvent;
import java.util.ArrayList;
import java.util.List;

/** A course with what it requires. Whether what it requires can be taken is a matter of the {@link Prerequisites}. */
final class Course {

    private final CourseCode code;
    private CourseContent content;
    private boolean retired;
    private final List<PublishedEvent> events = new ArrayList<>();

    private Course(CourseCode code, CourseContent content, boolean retired) {
        this.code = code;
        this.content = content;
        this.retired = retired;
    }

    static Course of(CourseCode code, CourseDocument kept) {
        return new Course(code, kept.content(), kept.retired());
    }

    static Course published(CourseCode code, CourseContent content) {
        var course = new Course(code, content, false);
        course.events.add(CourseEvents.published(code, content));
        return course;
    }

    void revise(CourseContent revised) {
        requireOffered();
        if (!revised.equals(content)) {
            content = revised;
            events.add(CourseEvents.published(code, content));
        }
    }

    /** What an earlier release brought in becomes what a later one says; what somebody made of it since, stays. */
    void upgrade(CourseContent former, CourseContent now) {
        if (!retired && content.equals(former)) {
            revise(now);
        }
    }

    void retire() {
        requireOffered();
        retired = true;
        events.add(CourseEvents.retired(code));
    }

    CourseCode code() {
        return code;
    }

    CourseDocument toDocument() {
        return CourseDocument.of(content, retired);
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void requireOffered() {
        if (retired) {
            throw new CourseProblem.Retired(code);
        }
    }
}
