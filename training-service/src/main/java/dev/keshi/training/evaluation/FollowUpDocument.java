package dev.keshi.training.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked after somebody has learned something, as it is kept. That the person has said what it thinks of the course stands here,
 * so that it is said once; what was said does not.
 *
 * @param departmentId where the person worked then
 * @param reference by what it was learned: {@code session/...} or {@code quiz/...}
 * @param nextOn the day on which it is to be looked at again; absent when nothing more becomes of it
 * @param superiorId who is asked
 * @param points 1 to 5, as soon as it is rated
 */
record FollowUpDocument(
        String personId,
        String departmentId,
        String courseCode,
        String reference,
        LocalDate learnedOn,
        boolean reacted,
        BehaviourStatus behaviour,
        @Nullable LocalDate nextOn,
        @Nullable String superiorId,
        @Nullable LocalDate dueOn,
        @Nullable Integer points,
        @Nullable String note) {

    /** Some weeks later: habits of work have had the time to change. */
    static final int WEEKS_LATER = 8;

    private static final int DAYS_TO_RATE = 14;
    private static final int DAYS_TO_REACT = 14;

    /** @param today what is asked now is waited for until its day, also when it was learned long ago */
    static FollowUpDocument begun(
            String personId,
            String departmentId,
            String courseCode,
            String reference,
            LocalDate learnedOn,
            LocalDate today) {
        var later = learnedOn.plusWeeks(WEEKS_LATER);
        var said = reactionDueOn(learnedOn, today).plusDays(1);
        return new FollowUpDocument(
                personId,
                departmentId,
                courseCode,
                reference,
                learnedOn,
                false,
                BehaviourStatus.LATER,
                said.isAfter(later) ? said : later,
                null,
                null,
                null,
                null);
    }

    /** What the questionnaire is about: all who came to one session answer one, all who learned online answer one. */
    String subject() {
        return reference.startsWith(Reaction.SESSION) ? reference : Reaction.COURSE + courseCode;
    }

    /** @param today when it is asked: attendance may be recorded long after the session */
    LocalDate reactionDueOn(LocalDate today) {
        return reactionDueOn(learnedOn, today);
    }

    private static LocalDate reactionDueOn(LocalDate learnedOn, LocalDate today) {
        return (today.isAfter(learnedOn) ? today : learnedOn).plusDays(DAYS_TO_REACT);
    }

    FollowUpDocument reaction() {
        if (reacted) {
            throw new EvaluationProblem.ReactedBefore();
        }
        return with(true, behaviour, nextOn, superiorId, dueOn, points, note);
    }

    boolean isDueOn(LocalDate today) {
        return nextOn != null && !nextOn.isAfter(today);
    }

    FollowUpDocument asked(String superior, LocalDate today) {
        var due = today.plusDays(DAYS_TO_RATE);
        return with(reacted, BehaviourStatus.ASKED, due.plusDays(1), superior, due, null, null);
    }

    /** Nobody is asked, or no more; what was rated stays. */
    FollowUpDocument lapsed() {
        if (behaviour == BehaviourStatus.RATED) {
            throw new IllegalStateException("rated");
        }
        return with(reacted, BehaviourStatus.LAPSED, null, superiorId, dueOn, null, null);
    }

    FollowUpDocument rated(int given, @Nullable String why, LocalDate today) {
        switch (behaviour) {
            case LATER, LAPSED -> throw new EvaluationProblem.NotAsked();
            case RATED -> throw new EvaluationProblem.RatedBefore();
            case ASKED -> {
                if (dueOn == null || today.isAfter(dueOn)) {
                    throw new EvaluationProblem.NotAsked();
                }
            }
        }
        return with(reacted, BehaviourStatus.RATED, null, superiorId, dueOn, given, why);
    }

    private FollowUpDocument with(
            boolean hasReacted,
            BehaviourStatus next,
            @Nullable LocalDate on,
            @Nullable String superior,
            @Nullable LocalDate due,
            @Nullable Integer given,
            @Nullable String why) {
        return new FollowUpDocument(
                personId,
                departmentId,
                courseCode,
                reference,
                learnedOn,
                hasReacted,
                next,
                on,
                superior,
                due,
                given,
                why);
    }
}
