package dev.keshi.contracts.notification;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * The recipient has acknowledged a notification.
 *
 * @param recipientId person it was for
 */
@EventContract(
        type = "keshi.notification.notification-acknowledged.v1",
        topic = Topics.NOTIFICATION,
        aggregate = "notification",
        key = "notificationId",
        en = "A person has confirmed that a notification was taken note of.",
        zh = "通知已确认知悉。")
public record NotificationAcknowledgedV1(String notificationId, String recipientId) implements PublishedEvent {}
