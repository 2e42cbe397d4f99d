package dev.keshi.risk.round;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a department is asked, and its answer as soon as there is one.
 *
 * @param risks how many it registered in the round
 */
record RoundAnswerDocument(
        String roundId,
        String departmentId,
        LocalDate dueOn,
        @Nullable RoundOutcome outcome,
        int risks,
        @Nullable String note,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    static RoundAnswerDocument asked(RoundId round, String departmentId, LocalDate dueOn) {
        return new RoundAnswerDocument(round.value(), departmentId, dueOn, null, 0, null, null, null);
    }

    /** @param registered how many risks the department registered in the round */
    RoundAnswerDocument answered(RoundCommand.Answer answer, int registered, String by, Instant at) {
        if (outcome != null) {
            throw new RoundProblem.AnsweredBefore();
        }
        switch (answer.outcome()) {
            case NOTHING_NEW -> {
                if (registered > 0) {
                    throw new RoundProblem.SomeRegistered(registered);
                }
            }
            case RISKS_FOUND -> {
                if (registered == 0) {
                    throw new RoundProblem.NoneRegistered();
                }
            }
        }
        return new RoundAnswerDocument(
                roundId, departmentId, dueOn, answer.outcome(), registered, answer.note(), by, at);
    }
}
