package dev.keshi.contracts.notification;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recipient has opened a notification.
 *
 * @param recipientId person it was for
 * @param readAt when; absent in events of older releases, where the time of the event is as good
 * @param toldBy id of the event whose news was read: what is told anew afterwards is unread again; absent in events of older releases
 */
@EventContract(
        type = "keshi.notification.notification-read.v1",
        topic = Topics.NOTIFICATION,
        aggregate = "notification",
        key = "notificationId",
        en = "A person has read a notification.",
        zh = "通知已读。")
public record NotificationReadV1(
        String notificationId,
        String recipientId,
        @Nullable Instant readAt,
        @Nullable String toldBy) implements PublishedEvent {}
