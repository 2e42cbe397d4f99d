package dev.keshi.training.attempt;

import dev.keshi.messaging.Ids;
import dev.keshi.training.course.CourseCode;

/** Whose attempts at which course. */
public record AttemptSheetId(String value) {

    private static final int LONGEST = 64;

    public AttemptSheetId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("attempt sheet id: " + value);
        }
    }

    static AttemptSheetId of(CourseCode course, String personId) {
        return new AttemptSheetId(Ids.derived("attempt-sheet", course.value() + "/" + personId));
    }
}
