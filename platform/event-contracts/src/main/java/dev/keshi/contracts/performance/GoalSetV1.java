package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department or a person has a goal (目标).
 *
 * @param indicator code of the indicator that measures it; absent when none does
 * @param target as decimal text; absent when there is none
 * @param parentId goal of a department that it serves; absent when it serves none
 */
@EventContract(
        type = "keshi.performance.goal-set.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "goal-sheet",
        key = "sheetId",
        en = "A department or a person has a goal.",
        zh = "已为部门或个人设定目标。")
public record GoalSetV1(
        String sheetId,
        String goalId,
        @KnownValues({"DEPARTMENT", "PERSON"}) String ownerKind,
        String ownerId,
        String title,
        String measure,
        @Nullable String indicator,
        @Nullable String target,
        int weight,
        LocalDate firstDay,
        LocalDate dueOn,
        @Nullable String parentId)
        implements PublishedEvent {}
