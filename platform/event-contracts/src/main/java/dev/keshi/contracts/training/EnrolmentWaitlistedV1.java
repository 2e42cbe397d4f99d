package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Somebody waits for a place.
 *
 * @param ahead how many wait in front
 */
@EventContract(
        type = "keshi.training.enrolment-waitlisted.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "A session is full, so somebody waits for a place.",
        zh = "培训班名额已满，人员进入候补。")
public record EnrolmentWaitlistedV1(
        String sessionId, String courseCode, String personId, String departmentId, int ahead)
        implements PublishedEvent {}
