package dev.keshi.contracts.training;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * An attempt reached the pass mark.
 *
 * @param number of the attempt, from 1, over all attempts of the person at the course
 * @param percent 0.0 to 100.0 as text, rounded half-even to one decimal
 * @param ranOut whether time ended it, and it was scored as it stood
 * @param minutes how long the course takes
 */
@EventContract(
        type = "keshi.training.quiz-passed.v1",
        topic = Topics.TRAINING,
        aggregate = "attempt-sheet",
        key = "attemptSheetId",
        en = "Somebody passes a quiz.",
        zh = "有人通过测验。")
public record QuizPassedV1(
        String attemptSheetId,
        String attemptId,
        String courseCode,
        int coursewareVersion,
        String personId,
        String departmentId,
        int number,
        @Confidential String percent,
        boolean ranOut,
        int minutes)
        implements PublishedEvent {}
