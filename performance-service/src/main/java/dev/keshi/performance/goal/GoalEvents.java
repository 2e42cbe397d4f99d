package dev.keshi.performance.goal;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.GoalAdjustedV1;
import dev.keshi.contracts.performance.GoalEndedV1;
import dev.keshi.contracts.performance.GoalSetV1;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What others hear of goals. */
final class GoalEvents {

    private GoalEvents() {}

    static PublishedEvent set(GoalOwner owner, GoalSheetDocument.Goal goal) {
        return new GoalSetV1(
                owner.sheetId(),
                goal.id(),
                owner.kind().name(),
                owner.id(),
                goal.title(),
                goal.terms().measure(),
                goal.terms().indicator(),
                text(goal.terms().target()),
                goal.terms().weight(),
                goal.firstDay(),
                goal.terms().dueOn(),
                goal.parentId());
    }

    static PublishedEvent adjusted(GoalOwner owner, GoalSheetDocument.Goal goal) {
        return new GoalAdjustedV1(
                owner.sheetId(),
                goal.id(),
                owner.kind().name(),
                owner.id(),
                goal.terms().measure(),
                goal.terms().indicator(),
                text(goal.terms().target()),
                goal.terms().weight(),
                goal.terms().dueOn(),
                goal.adjustments().getLast().reason());
    }

    static PublishedEvent ended(GoalOwner owner, GoalSheetDocument.Goal goal) {
        return new GoalEndedV1(
                owner.sheetId(),
                goal.id(),
                owner.kind().name(),
                owner.id(),
                goal.status().name());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
