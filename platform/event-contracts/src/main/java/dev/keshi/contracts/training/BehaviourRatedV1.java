package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** The superior has rated. What was said is not told of. */
@EventContract(
        type = "keshi.training.behaviour-rated.v1",
        topic = Topics.TRAINING,
        aggregate = "follow-up",
        key = "followUpId",
        en = "A superior has said what training changed in the work of somebody.",
        zh = "上级已评价某人培训后的变化。")
public record BehaviourRatedV1(String followUpId, String courseCode, String personId, String superiorId)
        implements PublishedEvent {}
