package dev.keshi.training.course;

import java.util.regex.Pattern;

/** Which course: 1 to 40 capital letters, digits and hyphens, the first a letter. */
public record CourseCode(String value) implements Comparable<CourseCode> {

    public static final String SHAPE = "[A-Z][A-Z0-9-]{0,39}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public CourseCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("course code: " + value);
        }
    }

    @Override
    public int compareTo(CourseCode other) {
        return value.compareTo(other.value);
    }
}
