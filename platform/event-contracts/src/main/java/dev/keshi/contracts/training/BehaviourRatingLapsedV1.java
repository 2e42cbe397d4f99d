package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** The superior was asked and has not rated in time, so nobody is asked any more. */
@EventContract(
        type = "keshi.training.behaviour-rating-lapsed.v1",
        topic = Topics.TRAINING,
        aggregate = "follow-up",
        key = "followUpId",
        en = "A superior has not said in time what training changed in the work of somebody.",
        zh = "上级未按期评价某人培训后的变化。")
public record BehaviourRatingLapsedV1(String followUpId, String courseCode, String personId, String superiorId)
        implements PublishedEvent {}
