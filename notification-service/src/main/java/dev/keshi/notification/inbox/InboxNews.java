package dev.keshi.notification.inbox;

/**
 * A change of an inbox.
 *
 * @param position rises with every change, over all inboxes
 */
public record InboxNews(long position, NotificationView notification) {}
