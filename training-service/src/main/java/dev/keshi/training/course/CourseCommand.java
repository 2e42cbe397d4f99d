package dev.keshi.training.course;

/** What can be done with the catalogue. */
public sealed interface CourseCommand {

    CourseCode code();

    record Publish(CourseCode code, CourseContent content) implements CourseCommand {}

    /** What can be done with a course that is there. */
    sealed interface OfExisting extends CourseCommand {}

    /** @param content as it is from now on, completely */
    record Revise(CourseCode code, CourseContent content) implements OfExisting {}

    record Retire(CourseCode code) implements OfExisting {}
}
