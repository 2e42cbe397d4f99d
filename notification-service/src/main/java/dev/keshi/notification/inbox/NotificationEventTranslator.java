package dev.keshi.notification.inbox;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.notification.NotificationAcknowledgedV1;
import dev.keshi.contracts.notification.NotificationReadV1;

/** Domain event to published contract. */
final class NotificationEventTranslator {

    private NotificationEventTranslator() {}

    static PublishedEvent published(NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.Read(var id, var recipientId, var at, var toldBy) ->
                new NotificationReadV1(id.value(), recipientId, at, toldBy);
            case NotificationEvent.Acknowledged(var id, var recipientId, var at, var toldBy) ->
                new NotificationAcknowledgedV1(id.value(), recipientId, at, toldBy);
        };
    }
}
