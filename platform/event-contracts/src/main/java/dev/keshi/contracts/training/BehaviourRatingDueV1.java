package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/** Some weeks after somebody has learned a course, the superior is asked what it changed. */
@EventContract(
        type = "keshi.training.behaviour-rating-due.v1",
        topic = Topics.TRAINING,
        aggregate = "follow-up",
        key = "followUpId",
        en = "A superior is asked what training changed in the work of somebody.",
        zh = "请上级评价某人培训后的变化。")
public record BehaviourRatingDueV1(
        String followUpId, String courseCode, String personId, String superiorId, LocalDate dueOn)
        implements PublishedEvent {}
