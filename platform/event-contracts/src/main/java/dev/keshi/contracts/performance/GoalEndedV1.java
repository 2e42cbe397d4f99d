package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A goal has ended. */
@EventContract(
        type = "keshi.performance.goal-ended.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "goal-sheet",
        key = "sheetId",
        en = "A goal was achieved, missed or dropped.",
        zh = "目标已达成、未达成或取消。")
public record GoalEndedV1(
        String sheetId,
        String goalId,
        @KnownValues({"DEPARTMENT", "PERSON"}) String ownerKind,
        String ownerId,
        @KnownValues({"ACHIEVED", "MISSED", "DROPPED"}) String outcome)
        implements PublishedEvent {}
