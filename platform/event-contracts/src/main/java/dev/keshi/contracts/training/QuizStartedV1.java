package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;

/**
 * An attempt at a quiz has begun.
 *
 * @param number of the attempt, from 1, over all attempts of the person at the course
 * @param endsAt until when answers are taken
 */
@EventContract(
        type = "keshi.training.quiz-started.v1",
        topic = Topics.TRAINING,
        aggregate = "attempt-sheet",
        key = "attemptSheetId",
        en = "Somebody begins an attempt at a quiz.",
        zh = "有人开始测验。")
public record QuizStartedV1(
        String attemptSheetId,
        String attemptId,
        String courseCode,
        int coursewareVersion,
        String personId,
        String departmentId,
        int number,
        Instant endsAt)
        implements PublishedEvent {}
