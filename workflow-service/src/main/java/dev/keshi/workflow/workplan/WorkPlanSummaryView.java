package dev.keshi.workflow.workplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A work plan in a list.
 *
 * @param entries how many it has
 * @param nextOn the next day on which it gives work, or is ended; absent unless it is active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkPlanSummaryView(
        String id,
        String departmentId,
        String name,
        @Nullable String nameEn,
        WorkPlanStatus status,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int entries,
        @Nullable LocalDate nextOn,
        long revision) {

    static WorkPlanSummaryView of(Versioned<WorkPlanDocument> stored) {
        var plan = stored.state();
        return new WorkPlanSummaryView(
                stored.id(),
                plan.departmentId(),
                plan.name(),
                plan.nameEn(),
                plan.status(),
                plan.validFrom(),
                plan.validUntil(),
                plan.entries().size(),
                plan.nextOn(),
                plan.revision());
    }
}
