package dev.keshi.training.attempt;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AttemptsRenewedV1;
import dev.keshi.contracts.training.QuizFailedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.contracts.training.QuizStartedV1;
import java.util.Objects;

/** What others hear of attempts: never a question nor an answer. */
final class AttemptEvents {

    private AttemptEvents() {}

    static PublishedEvent started(AttemptSheetId id, AttemptSheetDocument sheet, AttemptDocument begun) {
        return new QuizStartedV1(
                id.value(),
                begun.attemptId(),
                sheet.courseCode(),
                begun.coursewareVersion(),
                sheet.personId(),
                sheet.departmentId(),
                begun.number(),
                begun.endsAt());
    }

    static PublishedEvent ended(AttemptSheetId id, AttemptSheetDocument sheet, AttemptDocument ended) {
        var result = Objects.requireNonNull(ended.result());
        var percent = result.percent().toPlainString();
        return result.passed()
                ? new QuizPassedV1(
                        id.value(),
                        ended.attemptId(),
                        sheet.courseCode(),
                        ended.coursewareVersion(),
                        sheet.personId(),
                        sheet.departmentId(),
                        ended.number(),
                        percent,
                        result.ranOut(),
                        ended.minutes())
                : new QuizFailedV1(
                        id.value(),
                        ended.attemptId(),
                        sheet.courseCode(),
                        ended.coursewareVersion(),
                        sheet.personId(),
                        sheet.departmentId(),
                        ended.number(),
                        percent,
                        result.ranOut());
    }

    static PublishedEvent renewed(AttemptSheetId id, AttemptSheetDocument sheet) {
        return new AttemptsRenewedV1(id.value(), sheet.courseCode(), sheet.personId(), sheet.departmentId());
    }
}
