package dev.keshi.training.record;

import dev.keshi.training.course.CourseForm;
import java.util.List;

/**
 * A person's record in sums.
 *
 * @param minutes of all years
 * @param years from the newest
 */
public record LearningRecordView(String personId, int entries, int minutes, List<Year> years) {

    public LearningRecordView {
        years = List.copyOf(years);
    }

    /** @param forms those in which something was learned */
    public record Year(int year, int entries, int minutes, List<Form> forms) {
        public Year {
            forms = List.copyOf(forms);
        }
    }

    public record Form(CourseForm form, int entries, int minutes) {}
}
