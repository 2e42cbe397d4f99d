package dev.keshi.org.position.web;

import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.Headcount;
import dev.keshi.org.position.PositionCode;
import dev.keshi.org.position.PositionCommand;
import dev.keshi.org.position.PositionCommand.PositionContent;
import dev.keshi.org.position.PositionId;
import dev.keshi.org.position.PositionTitle;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about positions. */
final class PositionRequests {

    private static final int ID = 64;
    private static final int TITLE = 100;

    private PositionRequests() {}

    record DefinePosition(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @Nullable @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String titleEn,

            @Nullable @Size(min = 1, max = ID) String departmentId,
            @Nullable @Min(0) @Max(Headcount.MOST) Integer headcount,
            @Nullable @Size(min = 1, max = ID) String template) {

        PositionCommand.Define toCommand() {
            return new PositionCommand.Define(
                    new PositionCode(code),
                    content(title, titleEn, departmentId, headcount),
                    Optional.ofNullable(template));
        }
    }

    /** The position as it is from now on, completely. */
    record RevisePosition(
            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @Nullable @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String titleEn,

            @Nullable @Size(min = 1, max = ID) String departmentId,
            @Nullable @Min(0) @Max(Headcount.MOST) Integer headcount) {

        PositionCommand.Revise toCommand(PositionId id) {
            return new PositionCommand.Revise(id, content(title, titleEn, departmentId, headcount));
        }
    }

    private static PositionContent content(
            String title, @Nullable String titleEn, @Nullable String departmentId, @Nullable Integer headcount) {
        return new PositionContent(
                new PositionTitle(title, Optional.ofNullable(titleEn)),
                Optional.ofNullable(departmentId).map(DepartmentId::new),
                Optional.ofNullable(headcount).map(Headcount::new));
    }
}
