package dev.keshi.workflow.workplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a plan.
 *
 * @param revision of the plan from then on
 * @param by person id, or {@code system:work-plans} when its last day had passed
 * @param content what the plan says from then on; absent where that did not change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkPlanHistoryView(
        long revision,
        WorkPlanChange what,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable ContentView content) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContentView(
            String name,
            @Nullable String nameEn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<PlannedEntryView> entries) {}

    static WorkPlanHistoryView of(WorkPlanHistoryDocument kept) {
        return new WorkPlanHistoryView(
                kept.revision(),
                kept.what(),
                kept.at(),
                kept.by(),
                kept.reason(),
                Optional.ofNullable(kept.content())
                        .map(content -> new ContentView(
                                content.name(),
                                content.nameEn(),
                                content.validFrom(),
                                content.validUntil(),
                                content.entries().stream()
                                        .map(entry -> PlannedEntryView.of(entry, null))
                                        .toList()))
                        .orElse(null));
    }
}
