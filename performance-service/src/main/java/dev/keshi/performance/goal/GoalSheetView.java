package dev.keshi.performance.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The goals of one owner, in the order in which they were set. */
public record GoalSheetView(GoalOwner.Kind ownerKind, String ownerId, List<GoalView> goals) {

    public GoalSheetView {
        goals = List.copyOf(goals);
    }

    /**
     * @param parentId goal of a department that it serves
     * @param adjustments what held before, in order
     * @param reason why it has ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GoalView(
            String id,
            String title,
            @Nullable String parentId,
            LocalDate firstDay,
            TermsView terms,
            GoalStatus status,
            List<AdjustmentView> adjustments,
            @Nullable String reason) {

        public GoalView {
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * @param measure how one sees that it is reached
     * @param weight percent among the goals of its owner
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TermsView(
            String measure,
            @Nullable String indicator,
            @Nullable BigDecimal target,
            int weight,
            LocalDate dueOn) {}

    /** @param before what held until then */
    public record AdjustmentView(TermsView before, String reason, String by, Instant at) {}

    static GoalSheetView of(GoalSheetDocument sheet) {
        return new GoalSheetView(
                sheet.kind(),
                sheet.ownerId(),
                sheet.goals().stream()
                        .map(goal -> new GoalView(
                                goal.id(),
                                goal.title(),
                                goal.parentId(),
                                goal.firstDay(),
                                terms(goal.terms()),
                                goal.status(),
                                goal.adjustments().stream()
                                        .map(one -> new AdjustmentView(
                                                terms(one.before()), one.reason(), one.by(), one.at()))
                                        .toList(),
                                goal.reason()))
                        .toList());
    }

    private static TermsView terms(GoalSheetDocument.Terms terms) {
        return new TermsView(terms.measure(), terms.indicator(), terms.target(), terms.weight(), terms.dueOn());
    }
}
