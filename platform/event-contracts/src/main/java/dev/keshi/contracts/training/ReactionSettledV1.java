package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** Whoever was asked has said what the course was like, or is waited for no more. Which of the two is not told, nor what was said. */
@EventContract(
        type = "keshi.training.reaction-settled.v1",
        topic = Topics.TRAINING,
        aggregate = "follow-up",
        key = "followUpId",
        en = "It is not waited any more for what somebody says of a course.",
        zh = "不再等待某人的课程评价。")
public record ReactionSettledV1(String followUpId, String courseCode) implements PublishedEvent {}
