package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** Attempts made before count no more against the number that is allowed. */
@EventContract(
        type = "keshi.training.attempts-renewed.v1",
        topic = Topics.TRAINING,
        aggregate = "attempt-sheet",
        key = "attemptSheetId",
        en = "Somebody is given all attempts at a quiz anew.",
        zh = "某人的测验机会已重新开放。")
public record AttemptsRenewedV1(String attemptSheetId, String courseCode, String personId, String departmentId)
        implements PublishedEvent {}
