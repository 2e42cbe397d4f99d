package dev.keshi.training.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is asked to say of a course, or a superior of somebody who has learned it.
 *
 * @param personId who has learned it
 * @param dueOn until when the superior is asked; absent for what the person itself is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpView(
        String id,
        String courseCode,
        String reference,
        String personId,
        LocalDate learnedOn,
        @Nullable LocalDate dueOn) {}
