package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** Somebody who waited has a place now. */
@EventContract(
        type = "keshi.training.enrolment-moved-up.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "Somebody who waited has got the place that became free.",
        zh = "候补人员已递补。")
public record EnrolmentMovedUpV1(String sessionId, String courseCode, String personId, String departmentId)
        implements PublishedEvent {}
