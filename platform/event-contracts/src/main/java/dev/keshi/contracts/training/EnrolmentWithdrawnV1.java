package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Somebody gave a place back, or waits no longer.
 *
 * @param cause LEFT when the person does not work here any more, HELD when the session was held while the person still waited
 */
@EventContract(
        type = "keshi.training.enrolment-withdrawn.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "Somebody does not come to a session, or waits no longer.",
        zh = "人员已退出培训班。")
public record EnrolmentWithdrawnV1(
        String sessionId,
        String courseCode,
        String personId,
        String departmentId,
        @KnownValues({"WITHDRAWN", "LEFT", "HELD"}) String cause)
        implements PublishedEvent {}
