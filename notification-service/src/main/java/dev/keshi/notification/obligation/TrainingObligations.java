package dev.keshi.notification.obligation;

import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.BehaviourRatedV1;
import dev.keshi.contracts.training.BehaviourRatingDueV1;
import dev.keshi.contracts.training.BehaviourRatingLapsedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.ReactionAskedV1;
import dev.keshi.contracts.training.ReactionSettledV1;
import java.util.List;

/** Courses that somebody has to take, and what is asked after somebody has learned one. Events know them by their codes; {@link CourseNames} puts them into words. */
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

    public static ObligationChange of(ReactionAskedV1 asked) {
        return ObligationChange.of(ObligationId.ofReaction(asked.followUpId()))
                .about(Topic.of(asked.courseCode(), null, asked.followUpId(), asked.courseCode()))
                .waitsFor(List.of(Holder.person(asked.personId())))
                .dueOn(asked.dueOn());
    }

    /** Said, or not waited for any more. */
    public static ObligationChange of(ReactionSettledV1 settled) {
        return ObligationChange.of(ObligationId.ofReaction(settled.followUpId()))
                .over();
    }

    public static ObligationChange of(BehaviourRatingDueV1 rating) {
        return ObligationChange.of(ObligationId.ofBehaviourRating(rating.followUpId()))
                .about(Topic.of(rating.courseCode(), null, rating.followUpId(), rating.courseCode())
                        .ofPerson(rating.personId()))
                .waitsFor(List.of(Holder.person(rating.superiorId())))
                .dueOn(rating.dueOn());
    }

    public static ObligationChange of(BehaviourRatedV1 rating) {
        return ObligationChange.of(ObligationId.ofBehaviourRating(rating.followUpId()))
                .over();
    }

    public static ObligationChange of(BehaviourRatingLapsedV1 rating) {
        return ObligationChange.of(ObligationId.ofBehaviourRating(rating.followUpId()))
                .over();
    }
}
