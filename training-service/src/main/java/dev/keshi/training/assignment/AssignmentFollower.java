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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does what follows for the assignments of somebody of whom something became known: what was learned completes them, what was appraised
 * again, or has a figure of a later period, measures them, and what is missing by the rules is assigned. All of it is decided by what stands,
 * so to do it again changes nothing.
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
            change(stored, assignment -> bringUpToDate(assignment, trainee));
        }
        var done = trainee.works()
                .map(works -> assignMissing(trainee, works))
                .orElseGet(() -> trainee.left() || findings(trainee).isEmpty());
        assignments.of(trainee.personId()).stream()
                .filter(stored -> stored.state().status() == AssignmentStatus.COMPLETED)
                .filter(stored -> stored.state().indicator().isPresent())
                .forEach(stored -> change(stored, assignment -> WorkAfterCourse.measure(assignment, trainee)));
        return done;
    }

    private void change(Versioned<AssignmentDocument> stored, Consumer<Assignment> decide) {
        var unused = assignments.change(new AssignmentId(stored.id()), CONTEXT, decide);
    }

    private List<Finding> findings(Trainee trainee) {
        var justTaken = assignments.of(trainee.personId()).stream()
                .map(Versioned::state)
                .filter(one -> Optional.ofNullable(one.completedBy())
                        .filter(by -> trainee.hasJustLearned(one.courseCode(), by))
                        .isPresent())
                .toList();
        return courses.findings(trainee, justTaken, time.today());
    }

    private void bringUpToDate(Assignment assignment, Trainee trainee) {
        var before = assignment.toDocument();
        trainee.learnedSince(before.courseCode(), before.assignedAt()).ifPresent(assignment::complete);
        if (trainee.left()) {
            assignment.leave(time.today());
        }
        trainee.works().map(TraineeFact.Works::departmentId).ifPresent(assignment::moveTo);
        WorkAfterCourse.leaveOut(assignment, trainee);
    }

    private boolean assignMissing(Trainee trainee, TraineeFact.Works works) {
        for (var finding : findings(trainee)) {
            assign(finding, trainee, works);
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

    /** Once for what was found weak, and not while a course for the same indicator is still to be taken. */
    private void assign(Finding finding, Trainee trainee, TraineeFact.Works works) {
        var known = assignments.of(trainee.personId());
        if (known.stream().anyMatch(one -> answers(one.state(), finding, trainee))) {
            meant(finding, known).ifPresent(one -> strengthen(one, finding));
            return;
        }
        var fitting = courses.strengthening(finding.indicator(), trainee);
        var open = known.stream()
                .filter(one -> one.state().status() == AssignmentStatus.OPEN)
                .filter(one -> one.state().indicator().isEmpty())
                .filter(one -> fitting.contains(one.state().courseCode()))
                .findFirst();
        if (open.isPresent()) {
            strengthen(open.get(), finding);
        } else {
            free(fitting, known)
                    .ifPresent(course -> create(
                            finding.assignmentOf(trainee.personId()),
                            new Assignment.Reason(
                                    trainee.personId(),
                                    works.departmentId(),
                                    course,
                                    AssignmentCause.WEAK_INDICATOR,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(finding)),
                            properties.weaknessDays()));
        }
    }

    private void strengthen(Versioned<AssignmentDocument> assignment, Finding finding) {
        change(assignment, changed -> changed.strengthen(finding));
    }

    /**
     * The one that it was found for before, else the first that was taken since that work, else the one that is still to be taken; so what
     * stood before the course is the same in whatever order it is heard of.
     */
    private static Optional<Versioned<AssignmentDocument>> meant(
            Finding finding, List<Versioned<AssignmentDocument>> known) {
        var about = known.stream()
                .filter(one -> one.state().indicator().equals(Optional.of(finding.indicator())))
                .toList();
        return about.stream()
                .filter(one -> isOf(one.state(), finding))
                .findFirst()
                .or(() -> about.stream()
                        .filter(one -> wasTakenSince(one.state(), finding))
                        .min(Comparator.comparing(one ->
                                Optional.ofNullable(one.state().completedAt()).orElse(Instant.MAX))))
                .or(() -> about.stream()
                        .filter(one -> one.state().status() == AssignmentStatus.OPEN)
                        .findFirst());
    }

    /** Since the work of which it speaks. */
    private static boolean wasTakenSince(AssignmentDocument assignment, Finding finding) {
        var taken = assignment.completedAt();
        var takenOn = assignment.completedOn();
        return taken != null && takenOn != null && !finding.isOfWorkAfter(taken, takenOn);
    }

    /** One that has not to be taken already, for another indicator. */
    private static Optional<String> free(List<String> fitting, List<Versioned<AssignmentDocument>> known) {
        return fitting.stream()
                .filter(course -> known.stream()
                        .noneMatch(one -> one.state().status() == AssignmentStatus.OPEN
                                && one.state().courseCode().equals(course)))
                .findFirst();
    }

    /** Also by a course taken since that work, whatever it was for: whether it helped is not known yet. */
    private static boolean answers(AssignmentDocument assignment, Finding finding, Trainee trainee) {
        if (!assignment.indicator().equals(Optional.of(finding.indicator()))) {
            return false;
        }
        return isOf(assignment, finding)
                || assignment.status() == AssignmentStatus.OPEN
                || wasTakenSince(assignment, finding)
                || (assignment.status() == AssignmentStatus.ENDED
                        && (foundOtherwise(assignment, finding, trainee) || wasOverBefore(assignment, finding)));
    }

    private static boolean isOf(AssignmentDocument assignment, Finding finding) {
        return switch (finding) {
            case Finding.ByAppraisal(var weakness, var _) ->
                Optional.ofNullable(assignment.weakness())
                        .filter(known -> known.appraisalId().equals(weakness.appraisalId()))
                        .isPresent();
            case Finding.ByFigure(var figure, var _) ->
                Optional.ofNullable(assignment.figure())
                        .filter(known -> known.valueId().equals(figure.valueId()))
                        .isPresent();
        };
    }

    /** The same work was found weak by the other kind of finding before, and people decided that nothing is to be taken for it. */
    private static boolean foundOtherwise(AssignmentDocument assignment, Finding finding, Trainee trainee) {
        Optional<TraineeFact.Days> before = switch (finding) {
            case Finding.ByAppraisal _ ->
                Optional.ofNullable(assignment.figure()).map(PeriodFigure::days);
            case Finding.ByFigure _ ->
                Optional.ofNullable(assignment.weakness()).flatMap(known -> judgedBy(known, trainee));
        };
        return before.flatMap(days -> finding.judged().filter(days::overlap)).isPresent();
    }

    /** Its period was over when the course was ended; that it was weak is noted nowhere while a course for it is open. */
    private static boolean wasOverBefore(AssignmentDocument assignment, Finding finding) {
        var endedOn = assignment.endedOn();
        return endedOn != null
                && finding instanceof Finding.ByFigure(var figure, var _)
                && figure.lastDay().isBefore(endedOn);
    }

    private static Optional<TraineeFact.Days> judgedBy(Weakness weakness, Trainee trainee) {
        return trainee.appraisals().stream()
                .filter(one -> one.appraisalId().equals(weakness.appraisalId()))
                .findFirst()
                .flatMap(TraineeFact.Appraised::judged);
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
