package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal was adjusted; what is said here holds from now on.
 *
 * @param indicator code of the indicator that measures it; absent when none does
 * @param target as decimal text; absent when there is none
 * @param reason what whoever adjusted it gave as reason, in their own words
 */
@EventContract(
        type = "keshi.performance.goal-adjusted.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "goal-sheet",
        key = "sheetId",
        en = "A goal was adjusted, for a reason.",
        zh = "目标已调整，并说明了理由。")
public record GoalAdjustedV1(
        String sheetId,
        String goalId,
        @KnownValues({"DEPARTMENT", "PERSON"}) String ownerKind,
        String ownerId,
        String measure,
        @Nullable String indicator,
        @Nullable String target,
        int weight,
        LocalDate dueOn,
        @Confidential String reason)
        implements PublishedEvent {}
