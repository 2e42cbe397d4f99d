package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * A version of the lessons and the question bank of an online course. No question is told of.
 *
 * @param minutes of all lessons
 * @param questions in the bank
 * @param drawn questions of one attempt
 * @param passPercent from how many percent on it is passed
 * @param attempts how many each person has
 * @param attemptMinutes how long an attempt may take
 */
@EventContract(
        type = "keshi.training.courseware-released.v1",
        topic = Topics.TRAINING,
        aggregate = "courseware",
        key = "coursewareId",
        en = "Lessons and a quiz of an online course are released.",
        zh = "在线课程的课件和测验已发布。")
public record CoursewareReleasedV1(
        String coursewareId,
        String courseCode,
        int version,
        int lessons,
        int minutes,
        int questions,
        int drawn,
        int passPercent,
        int attempts,
        int attemptMinutes)
        implements PublishedEvent {}
