package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course is held at a place and time.
 *
 * @param lecturerId the colleague who lectures; absent when somebody from outside does
 * @param capacity how many may take part
 */
@EventContract(
        type = "keshi.training.session-scheduled.v1",
        topic = Topics.TRAINING,
        aggregate = "session",
        key = "sessionId",
        en = "A course is held at a place and time.",
        zh = "培训班已排期。")
public record SessionScheduledV1(
        String sessionId,
        String courseCode,
        String organiserId,
        @Nullable String lecturerId,
        String place,
        Instant startsAt,
        Instant endsAt,
        int capacity)
        implements PublishedEvent {}
