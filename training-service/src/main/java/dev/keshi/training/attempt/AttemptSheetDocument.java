package dev.keshi.training.attempt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All attempts of a person at a course as they are kept.
 *
 * @param departmentId where the person worked at the last start
 * @param countedFrom attempts before this place do not count against the number allowed any more
 * @param openUntil when the attempt that runs has run out; absent while none runs
 */
record AttemptSheetDocument(
        String courseCode,
        String personId,
        String departmentId,
        int countedFrom,
        List<AttemptDocument> attempts,
        @Nullable Instant openUntil) {

    AttemptSheetDocument {
        attempts = List.copyOf(attempts);
    }

    static AttemptSheetDocument empty(String courseCode, String personId, String departmentId) {
        return new AttemptSheetDocument(courseCode, personId, departmentId, 0, List.of(), null);
    }
}
