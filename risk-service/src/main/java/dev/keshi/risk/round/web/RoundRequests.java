package dev.keshi.risk.round.web;

import dev.keshi.risk.round.RoundCommand;
import dev.keshi.risk.round.RoundId;
import dev.keshi.risk.round.RoundOutcome;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What callers send about rounds. */
final class RoundRequests {

    private static final int ID = 64;
    private static final int NAME = 100;
    private static final int NOTE = 1000;

    private RoundRequests() {}

    /** @param rootDepartmentId asked with all below it */
    record OpenRound(
            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @NotNull @Size(min = 1, max = ID) String rootDepartmentId,
            @NotNull LocalDate dueOn) {

        RoundCommand.Open toCommand() {
            return new RoundCommand.Open(name, rootDepartmentId, dueOn);
        }
    }

    record AnswerRound(
            @NotNull RoundOutcome outcome,

            @NotNull @Size(min = 1, max = NOTE) @Pattern(regexp = WrittenText.ONE_LINE)
            String note) {

        RoundCommand.Answer toCommand(RoundId id, String departmentId) {
            return new RoundCommand.Answer(id, departmentId, outcome, note);
        }
    }
}
