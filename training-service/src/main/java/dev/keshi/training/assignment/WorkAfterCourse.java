package dev.keshi.training.assignment;

import dev.keshi.training.trainee.Trainee;
import java.util.Optional;

/**
 * What is known of the work after a course. It may be heard of before it is known that somebody came, and what is of earlier days after what is
 * of later ones: which of it counts follows from its days and from what stands, never from what was heard of first.
 */
final class WorkAfterCourse {

    private WorkAfterCourse() {}

    /** What was found weak of it, and seemed to be what the course was to be taken for. If it still is, it is found again. */
    static void leaveOut(Assignment assignment, Trainee trainee) {
        var after = assignment.toDocument();
        var taken = after.completedAt();
        var takenOn = after.completedOn();
        if (taken != null && takenOn != null) {
            Optional.ofNullable(after.weakness())
                    .filter(known -> trainee.appraisals().stream()
                            .filter(one -> one.appraisalId().equals(known.appraisalId()))
                            .anyMatch(one -> one.isOfWorkAfter(taken, takenOn)))
                    .ifPresent(assignment::wasNotFor);
            Optional.ofNullable(after.figure())
                    .filter(known -> known.isOfWorkAfter(takenOn))
                    .ifPresent(assignment::wasNotFor);
        }
    }

    /** Tells what the course brought, where that is known or another than before. */
    static void measure(Assignment assignment, Trainee trainee) {
        measurement(assignment.toDocument(), trainee).ifPresent(assignment::measure);
        figureAfter(assignment.toDocument(), trainee).ifPresent(assignment::measure);
    }

    /**
     * By the first appraisal of the work after the course that has the indicator: of the earliest days, whichever was heard of first. Nothing
     * while nothing is known of the one that measured it, because facts are made anew.
     */
    private static Optional<MeasuredEffect> measurement(AssignmentDocument assignment, Trainee trainee) {
        var weakness = assignment.weakness();
        var taken = assignment.completedAt();
        var takenOn = assignment.completedOn();
        if (weakness == null || taken == null || takenOn == null) {
            return Optional.empty();
        }
        var effect = assignment.effect();
        var fitting = trainee.appraisals().stream()
                .filter(appraised -> appraised.isOfWorkAfter(taken, takenOn))
                .filter(appraised -> !appraised.appraisalId().equals(weakness.appraisalId()))
                .flatMap(appraised -> Optional.ofNullable(appraised.points().get(weakness.indicator()))
                        .map(points -> new MeasuredEffect(appraised.appraisalId(), appraised.at(), points))
                        .stream())
                .toList();
        return effect == null
                        || trainee.appraisals().stream()
                                .anyMatch(one -> one.appraisalId().equals(effect.appraisalId()))
                ? fitting.stream().findFirst()
                : Optional.empty();
    }

    /**
     * That of the first period that is mostly after the course, as it stands; never of the one that was weak. Nothing while nothing is
     * known of the one that measured it, because facts are made anew.
     */
    private static Optional<PeriodFigure> figureAfter(AssignmentDocument assignment, Trainee trainee) {
        var before = assignment.figure();
        var takenOn = assignment.completedOn();
        if (before == null || takenOn == null) {
            return Optional.empty();
        }
        var effect = assignment.figureEffect();
        var fitting = trainee.figures().stream()
                .filter(figure -> figure.indicator().equals(before.indicator()))
                .filter(figure -> figure.period().first().isAfter(before.lastDay()))
                .filter(figure -> figure.isOfWorkAfter(takenOn))
                .toList();
        return effect == null
                        || trainee.figures().stream()
                                .anyMatch(one ->
                                        one.valueId().equals(effect.after().valueId()))
                ? fitting.stream()
                        .takeWhile(trainee::counts)
                        .flatMap(figure -> PeriodFigure.of(figure).stream())
                        .findFirst()
                : Optional.empty();
    }
}
