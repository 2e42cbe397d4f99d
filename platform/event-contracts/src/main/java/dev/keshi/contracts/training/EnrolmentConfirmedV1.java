package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** Somebody has a place in a session. */
@EventContract(
        type = "keshi.training.enrolment-confirmed.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "Somebody has a place in a session.",
        zh = "人员已报名成功。")
public record EnrolmentConfirmedV1(String sessionId, String courseCode, String personId, String departmentId)
        implements PublishedEvent {}
