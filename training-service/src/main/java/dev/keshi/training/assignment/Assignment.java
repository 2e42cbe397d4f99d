package dev.keshi.training.assignment;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.training.trainee.TraineeFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A course that somebody has to take. */
final class Assignment {

    private final AssignmentId id;
    private final AssignmentDocument kept;
    private String departmentId;
    private AssignmentStatus status;
    private boolean overdue;
    private @Nullable LocalDate completedOn;
    private @Nullable String completedBy;
    private @Nullable Instant completedAt;
    private @Nullable String endedBecause;
    private @Nullable LocalDate endedOn;
    private @Nullable Weakness weakness;
    private @Nullable MeasuredEffect effect;
    private @Nullable PeriodFigure figure;
    private @Nullable FigureEffect figureEffect;
    private final List<PublishedEvent> events = new ArrayList<>();

    private Assignment(AssignmentId id, AssignmentDocument kept) {
        this.id = id;
        this.kept = kept;
        this.departmentId = kept.departmentId();
        this.status = kept.status();
        this.overdue = kept.overdue();
        this.completedOn = kept.completedOn();
        this.completedBy = kept.completedBy();
        this.completedAt = kept.completedAt();
        this.endedBecause = kept.endedBecause();
        this.endedOn = kept.endedOn();
        this.weakness = kept.weakness();
        this.effect = kept.effect();
        this.figure = kept.figure();
        this.figureEffect = kept.figureEffect();
    }

    static Assignment of(AssignmentId id, AssignmentDocument kept) {
        return new Assignment(id, kept);
    }

    /**
     * Who has to take what, and why.
     *
     * @param assignedBy empty when it follows from a rule
     * @param finding empty when it is about no indicator
     */
    record Reason(
            String personId,
            String departmentId,
            String courseCode,
            AssignmentCause cause,
            Optional<String> assignedBy,
            Optional<String> note,
            Optional<Finding> finding) {

        private @Nullable Weakness weakness() {
            return finding.orElse(null) instanceof Finding.ByAppraisal(var weakness, var _) ? weakness : null;
        }

        private @Nullable PeriodFigure figure() {
            return finding.orElse(null) instanceof Finding.ByFigure(var figure, var _) ? figure : null;
        }
    }

    static Assignment assigned(AssignmentId id, Reason reason, Instant now, LocalDate dueOn) {
        var assignment = new Assignment(
                id,
                new AssignmentDocument(
                        reason.personId(),
                        reason.departmentId(),
                        reason.courseCode(),
                        reason.cause(),
                        reason.assignedBy().orElse(null),
                        now,
                        dueOn,
                        reason.note().orElse(null),
                        AssignmentStatus.OPEN,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        reason.weakness(),
                        null,
                        reason.figure(),
                        null));
        assignment.events.add(AssignmentEvents.assigned(id, assignment.toDocument()));
        return assignment;
    }

    /** The person works elsewhere. */
    void moveTo(String newDepartmentId) {
        departmentId = newDepartmentId;
    }

    /**
     * An indicator was found weak for which the course is taken anyway; so it is to be measured. Points and figures are measured apart. Of
     * appraisals that of the oldest work counts, also when it is heard of later: what was told of the effect by then is told anew.
     */
    void strengthen(Finding finding) {
        var about = toDocument().indicator();
        if (status == AssignmentStatus.ENDED
                || about.filter(indicator -> !indicator.equals(finding.indicator()))
                        .isPresent()) {
            return;
        }
        switch (finding) {
            case Finding.ByAppraisal(var found, var _) -> {
                var known = weakness;
                if (known == null || found.goesBefore(known)) {
                    weakness = found;
                    Optional.ofNullable(effect).ifPresent(told -> tell(found, told));
                }
            }
            case Finding.ByFigure(var found, var _) -> {
                if (figure == null) {
                    figure = found;
                }
            }
        }
    }

    /** The course was taken, by whatever. */
    void complete(TraineeFact.Learned learned) {
        if (status == AssignmentStatus.OPEN) {
            status = AssignmentStatus.COMPLETED;
            completedOn = learned.on();
            completedBy = learned.reference();
            completedAt = learned.at();
            events.add(AssignmentEvents.completed(
                    id,
                    toDocument(),
                    learned.on(),
                    learned.reference(),
                    learned.on().isAfter(kept.dueOn())));
        }
    }

    /** Found of the work after the course, though heard of while it seemed to be still to be taken: it was not taken for that. */
    void wasNotFor(Weakness found) {
        if (status == AssignmentStatus.COMPLETED
                && found.equals(weakness)
                && effect == null
                && !AssignmentId.ofWeakness(kept.personId(), found).equals(id)) {
            weakness = null;
        }
    }

    /** The same of a figure. */
    void wasNotFor(PeriodFigure found) {
        if (status == AssignmentStatus.COMPLETED
                && found.equals(figure)
                && figureEffect == null
                && !AssignmentId.ofFigure(kept.personId(), found).equals(id)) {
            figure = null;
        }
    }

    /** The indicator was appraised again. Another appraisal than before, or the same published anew, is told anew; what was told last holds. */
    void measure(MeasuredEffect measured) {
        var before = weakness;
        if (status == AssignmentStatus.COMPLETED && before != null && !measured.equals(effect)) {
            effect = measured;
            tell(before, measured);
        }
    }

    /** The figure of a period after the course is known. That of another period than before, or another value, is told anew. */
    void measure(PeriodFigure after) {
        var before = figure;
        if (status == AssignmentStatus.COMPLETED
                && before != null
                && (figureEffect == null || !figureEffect.after().equals(after))) {
            var told = figureEffect;
            var measured = new FigureEffect(after, after.isBetterThan(before));
            figureEffect = measured;
            if (told == null || !told.after().saysTheSameAs(after)) {
                events.add(AssignmentEvents.measured(id, toDocument(), before, measured));
            }
        }
    }

    /** Told once. */
    void becomeOverdue(LocalDate today) {
        if (status == AssignmentStatus.OPEN && !overdue && kept.dueOn().isBefore(today)) {
            overdue = true;
            events.add(AssignmentEvents.overdue(id, toDocument()));
        }
    }

    void leave(LocalDate today) {
        if (status == AssignmentStatus.OPEN) {
            end(AssignmentEvents.PERSON_LEFT, null, today);
        }
    }

    void cancel(String by, LocalDate today) {
        if (status != AssignmentStatus.OPEN) {
            throw new AssignmentProblem.Over();
        }
        end(AssignmentEvents.CANCELLED, by, today);
    }

    AssignmentDocument toDocument() {
        return new AssignmentDocument(
                kept.personId(),
                departmentId,
                kept.courseCode(),
                kept.cause(),
                kept.assignedBy(),
                kept.assignedAt(),
                kept.dueOn(),
                kept.note(),
                status,
                overdue,
                completedOn,
                completedBy,
                completedAt,
                endedBecause,
                endedOn,
                weakness,
                effect,
                figure,
                figureEffect);
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void tell(Weakness before, MeasuredEffect after) {
        events.add(AssignmentEvents.measured(id, toDocument(), before, after));
    }

    private void end(String cause, @Nullable String by, LocalDate today) {
        status = AssignmentStatus.ENDED;
        endedBecause = cause;
        endedOn = today;
        events.add(AssignmentEvents.ended(id, toDocument(), cause, by));
    }
}
