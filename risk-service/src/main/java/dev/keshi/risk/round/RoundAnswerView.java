package dev.keshi.risk.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a department is asked and has answered.
 *
 * @param outcome absent until it has answered
 * @param risks how many it registered in the round
 * @param late answered after the due date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundAnswerView(
        String id,
        String roundId,
        String departmentId,
        LocalDate dueOn,
        @Nullable RoundOutcome outcome,
        int risks,
        @Nullable String note,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        boolean late) {

    static Versioned<RoundAnswerView> of(Versioned<RoundAnswerDocument> stored, ZoneId zone) {
        var answer = stored.state();
        var at = answer.answeredAt();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new RoundAnswerView(
                        stored.id(),
                        answer.roundId(),
                        answer.departmentId(),
                        answer.dueOn(),
                        answer.outcome(),
                        answer.risks(),
                        answer.note(),
                        answer.answeredBy(),
                        at,
                        at != null && LocalDate.ofInstant(at, zone).isAfter(answer.dueOn())));
    }
}
