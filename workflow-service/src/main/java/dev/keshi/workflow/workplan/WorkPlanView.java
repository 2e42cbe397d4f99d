package dev.keshi.workflow.workplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A work plan.
 *
 * @param validUntil absent when it has no end
 * @param nextOn the next day on which it gives work, or is ended; absent unless it is active
 * @param leftOut work that it has not given, the newest first, at most 50
 * @param names of the people that occur, by id; a person who was erased is absent
 * @param revision what {@code If-Match} names, in quotation marks; the ETag, which names it as well, changes with everything that is shown here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkPlanView(
        String id,
        String departmentId,
        String name,
        @Nullable String nameEn,
        WorkPlanStatus status,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate nextOn,
        List<PlannedEntryView> entries,
        List<LeftOut> leftOut,
        String draftedBy,
        Instant draftedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        Map<String, String> names,
        long revision) {

    static WorkPlanView of(
            String id, WorkPlanDocument plan, List<PlannedEntryView> entries, Map<String, String> names) {
        return new WorkPlanView(
                id,
                plan.departmentId(),
                plan.name(),
                plan.nameEn(),
                plan.status(),
                plan.validFrom(),
                plan.validUntil(),
                plan.nextOn(),
                entries,
                plan.leftOut(),
                plan.draftedBy(),
                plan.draftedAt(),
                plan.activatedAt(),
                plan.endedAt(),
                names,
                plan.revision());
    }
}
