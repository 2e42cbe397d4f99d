package dev.keshi.workflow.workplan.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import dev.keshi.workflow.workplan.PlanContent;
import dev.keshi.workflow.workplan.WorkPlanCommand;
import dev.keshi.workflow.workplan.WorkPlanId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about work plans. */
final class WorkPlanRequests {

    static final int ID = 64;
    private static final int SAID = 1_000;

    private WorkPlanRequests() {}

    /**
     * @param validFrom first day on which it gives work
     * @param validUntil last one; a plan without it has no end
     */
    record DraftWorkPlan(
            @NotBlank @Size(max = ID) String departmentId,

            @NotNull @Size(min = 1, max = PlanContent.LONGEST_NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = PlanContent.LONGEST_NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validUntil,

            @NotNull @Size(min = 1, max = PlanContent.MOST_ENTRIES) @Valid
            List<@NotNull @Valid PlannedEntry> entries) {

        WorkPlanCommand.Draft toCommand() {
            return new WorkPlanCommand.Draft(departmentId, content(name, nameEn, validFrom, validUntil, entries));
        }
    }

    /**
     * As it is from now on, completely.
     *
     * @param reason why it is changed
     */
    record ReviseWorkPlan(
            @NotNull @Size(min = 1, max = PlanContent.LONGEST_NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = PlanContent.LONGEST_NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validUntil,

            @NotNull @Size(min = 1, max = PlanContent.MOST_ENTRIES) @Valid
            List<@NotNull @Valid PlannedEntry> entries,

            @Nullable @Size(max = SAID) @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
            String reason) {

        WorkPlanCommand.Revise toCommand(WorkPlanId id) {
            return new WorkPlanCommand.Revise(
                    id,
                    content(name, nameEn, validFrom, validUntil, entries),
                    Optional.ofNullable(reason).filter(words -> !words.isBlank()));
        }
    }

    /** @param reason why */
    record EndWorkPlan(
            @NotBlank @Size(max = SAID) @Pattern(regexp = WrittenText.LINES)
            String reason) {

        WorkPlanCommand.End toCommand(WorkPlanId id) {
            return new WorkPlanCommand.End(id, reason);
        }
    }

    /** All that is wrong with the entries is said at once. */
    private static PlanContent content(
            String name,
            @Nullable String nameEn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<PlannedEntry> entries) {
        var findings = new ArrayList<Finding>();
        for (int place = 0; place < entries.size(); place++) {
            findings.addAll(entries.get(place).findings("/entries/" + place));
        }
        if (!findings.isEmpty()) {
            throw Problem.unprocessable("work-plan-entries-incomplete")
                    .withErrors(findings)
                    .toException();
        }
        return new PlanContent(
                name,
                Optional.ofNullable(nameEn),
                validFrom,
                Optional.ofNullable(validUntil),
                entries.stream().map(PlannedEntry::toEntry).toList());
    }
}
