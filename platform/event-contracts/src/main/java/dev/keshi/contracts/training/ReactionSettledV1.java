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
        en = "What somebody says of a course has been said, or is waited for no more.",
        zh = "某人的课程评价已提交，或不再等待。")
public record ReactionSettledV1(String followUpId, String courseCode) implements PublishedEvent {}
