package dev.keshi.risk.round;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.RoundAnsweredV1;
import dev.keshi.contracts.risk.RoundAskedV1;
import dev.keshi.contracts.risk.RoundOpenedV1;
import java.util.Objects;

/** What others hear of rounds. */
final class RoundEvents {

    private RoundEvents() {}

    static PublishedEvent opened(RoundId id, RoundDocument round) {
        return new RoundOpenedV1(
                id.value(), round.name(), round.rootDepartmentId(), round.asOf(), round.dueOn(), round.departments());
    }

    static PublishedEvent asked(String id, RoundAnswerDocument answer, String nameOfRound) {
        return new RoundAskedV1(id, answer.roundId(), answer.departmentId(), nameOfRound, answer.dueOn());
    }

    static PublishedEvent answered(String id, RoundAnswerDocument answer) {
        return new RoundAnsweredV1(
                id,
                answer.roundId(),
                answer.departmentId(),
                Objects.requireNonNull(answer.answeredBy()),
                Objects.requireNonNull(answer.outcome()).name(),
                answer.risks());
    }
}
