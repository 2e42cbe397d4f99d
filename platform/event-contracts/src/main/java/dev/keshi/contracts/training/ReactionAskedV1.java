package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/** Somebody has learned a course and is asked, anonymously, what it was like. */
@EventContract(
        type = "keshi.training.reaction-asked.v1",
        topic = Topics.TRAINING,
        aggregate = "follow-up",
        key = "followUpId",
        en = "Somebody is asked what a course was like.",
        zh = "请参加者评价课程。")
public record ReactionAskedV1(String followUpId, String courseCode, String personId, LocalDate dueOn)
        implements PublishedEvent {}
