package dev.keshi.contracts.notification;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recipient has acknowledged a notification.
 *
 * @param recipientId person it was for
 * @param acknowledgedAt when; absent in events of older releases, where the time of the event is as good
 * @param toldBy id of the event whose news was taken note of; absent in events of older releases
 */
@EventContract(
        type = "keshi.notification.notification-acknowledged.v1",
        topic = Topics.NOTIFICATION,
        aggregate = "notification",
        key = "notificationId",
        en = "A person has confirmed that a notification was taken note of.",
        zh = "通知已确认知悉。")
public record NotificationAcknowledgedV1(
        String notificationId,
        String recipientId,
        @Nullable Instant acknowledgedAt,
        @Nullable String toldBy) implements PublishedEvent {}
