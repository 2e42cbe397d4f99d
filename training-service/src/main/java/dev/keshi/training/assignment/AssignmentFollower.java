package dev.keshi.training.assignment;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFollower;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Does what follows for the assignments of somebody of whom something became known: what was learned completes them, what was appraised
 * again measures them, and what is missing by the rules is assigned. All of it is decided by what stands, so to do it again changes
 * nothing.
 */
final class AssignmentFollower implements TraineeFollower {

    private static final CommandContext CONTEXT = CommandContext.of("system:assignments");

    private final MongoAssignments assignments;
    private final DueCourses courses;
    private final EnterpriseTime time;
    private final AssignmentProperties properties;

    AssignmentFollower(
            MongoAssignments assignments, DueCourses courses, EnterpriseTime time, AssignmentProperties properties) {
        this.assignments = assignments;
        this.courses = courses;
        this.time = time;
        this.properties = properties;
    }

    /** What was found weak of somebody who is not known yet is not forgotten until the person is. */
    @Override
    public boolean follow(Trainee trainee) {
        for (var stored : assignments.of(trainee.personId())) {
            var unused = assignments.change(
                    new AssignmentId(stored.id()), CONTEXT, assignment -> bringUpToDate(assignment, trainee));
        }
        return trainee.works()
                .map(works -> assignMissing(trainee, works))
                .orElseGet(() -> trainee.left() || courses.weaknesses(trainee).isEmpty());
    }

    private static void bringUpToDate(Assignment assignment, Trainee trainee) {
        var before = assignment.toDocument();
        trainee.learnedSince(before.courseCode(), before.assignedAt()).ifPresent(assignment::complete);
        if (trainee.left()) {
            assignment.leave();
        }
        trainee.works().map(TraineeFact.Works::departmentId).ifPresent(assignment::moveTo);
        measurement(assignment.toDocument(), trainee).ifPresent(assignment::measure);
    }

    /** By the first appraisal of the work after the course that has the indicator. */
    private static Optional<MeasuredEffect> measurement(AssignmentDocument assignment, Trainee trainee) {
        var weakness = assignment.weakness();
        var taken = assignment.completedAt();
        var takenOn = assignment.completedOn();
        if (weakness == null || taken == null || takenOn == null) {
            return Optional.empty();
        }
        return trainee.appraisals().stream()
                .filter(appraised -> appraised.isOfWorkAfter(taken, takenOn))
                .filter(appraised -> !appraised.appraisalId().equals(weakness.appraisalId()))
                .flatMap(appraised -> Optional.ofNullable(appraised.points().get(weakness.indicator()))
                        .map(points -> new MeasuredEffect(appraised.appraisalId(), appraised.at(), points))
                        .stream())
                .findFirst();
    }

    private boolean assignMissing(Trainee trainee, TraineeFact.Works works) {
        for (var weakness : courses.weaknesses(trainee)) {
            assign(weakness, trainee, works);
        }
        var induction = courses.induction(trainee, time.today());
        induction.courses().forEach(course -> induct(course, trainee, works));
        return induction.complete();
    }

    private void induct(String course, Trainee trainee, TraineeFact.Works works) {
        create(
                AssignmentId.ofInduction(trainee.personId(), course),
                new Assignment.Reason(
                        trainee.personId(),
                        works.departmentId(),
                        course,
                        AssignmentCause.INDUCTION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                properties.inductionDays());
    }

    /** Once for what an appraisal found weak, and not while a course for the same indicator is still to be taken. */
    private void assign(Weakness weakness, Trainee trainee, TraineeFact.Works works) {
        var known = assignments.of(trainee.personId());
        var appraised = trainee.appraisals().stream()
                .filter(one -> one.appraisalId().equals(weakness.appraisalId()))
                .findFirst()
                .orElseThrow();
        if (known.stream().anyMatch(one -> answers(one.state(), weakness, appraised))) {
            known.stream()
                    .filter(one -> one.state().status() == AssignmentStatus.OPEN)
                    .filter(one -> Optional.ofNullable(one.state().weakness())
                            .filter(weakness::precedes)
                            .isPresent())
                    .forEach(one -> foundBefore(one, weakness));
            return;
        }
        var fitting = courses.strengthening(weakness.indicator(), trainee);
        var open = known.stream()
                .filter(one -> one.state().status() == AssignmentStatus.OPEN)
                .filter(one -> one.state().weakness() == null)
                .filter(one -> fitting.contains(one.state().courseCode()))
                .findFirst();
        if (open.isPresent()) {
            var unused = assignments.change(
                    new AssignmentId(open.get().id()), CONTEXT, assignment -> assignment.strengthen(weakness));
        } else {
            free(fitting, known)
                    .ifPresent(course -> create(
                            AssignmentId.ofWeakness(trainee.personId(), weakness),
                            new Assignment.Reason(
                                    trainee.personId(),
                                    works.departmentId(),
                                    course,
                                    AssignmentCause.WEAK_INDICATOR,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(weakness)),
                            properties.weaknessDays()));
        }
    }

    /** So the figure before the course is the same in whatever order appraisals are heard of. */
    private void foundBefore(Versioned<AssignmentDocument> open, Weakness weakness) {
        var unused = assignments.change(
                new AssignmentId(open.id()), CONTEXT, assignment -> assignment.foundBefore(weakness));
    }

    /** One that has not to be taken already, for another indicator. */
    private static Optional<String> free(List<String> fitting, List<Versioned<AssignmentDocument>> known) {
        return fitting.stream()
                .filter(course -> known.stream()
                        .noneMatch(one -> one.state().status() == AssignmentStatus.OPEN
                                && one.state().courseCode().equals(course)))
                .findFirst();
    }

    /** Also by a course taken since that work, whatever appraisal it was for: whether it helped is not known yet. */
    private static boolean answers(AssignmentDocument assignment, Weakness weakness, TraineeFact.Appraised appraised) {
        var known = assignment.weakness();
        var taken = assignment.completedAt();
        var takenOn = assignment.completedOn();
        return known != null
                && known.indicator().equals(weakness.indicator())
                && (known.appraisalId().equals(weakness.appraisalId())
                        || assignment.status() == AssignmentStatus.OPEN
                        || (taken != null && takenOn != null && !appraised.isOfWorkAfter(taken, takenOn)));
    }

    private void create(AssignmentId id, Assignment.Reason reason, int days) {
        try {
            var unused = assignments.create(
                    id,
                    CONTEXT,
                    Assignment.assigned(id, reason, now(), time.today().plusDays(days)));
        } catch (AggregateFailure.AlreadyExists known) {
            // Assigned before for the same reason, or to be taken already for another.
        }
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
