package dev.keshi.notification.obligation;

import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import java.util.List;

/** Courses that somebody has to take. Events know them by their codes; {@link CourseNames} puts them into words. */
public final class TrainingObligations {

    private TrainingObligations() {}

    public static ObligationChange of(CourseAssignedV1 course) {
        return ObligationChange.of(ObligationId.ofCourse(course.assignmentId()))
                .about(Topic.of(course.courseCode(), null, course.assignmentId(), course.courseCode()))
                .waitsFor(List.of(Holder.person(course.personId())))
                .dueOn(course.dueOn());
    }

    public static ObligationChange of(AssignmentCompletedV1 course) {
        return ObligationChange.of(ObligationId.ofCourse(course.assignmentId())).over();
    }

    public static ObligationChange of(AssignmentEndedV1 course) {
        return ObligationChange.of(ObligationId.ofCourse(course.assignmentId())).over();
    }
}
