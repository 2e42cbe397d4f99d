package dev.keshi.training.lesson;

/** Which version of which course's lessons and questions. */
public record CoursewareId(String value) {

    private static final int LONGEST = 64;

    public CoursewareId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("courseware id: " + value);
        }
    }
}
