package dev.keshi.notification.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import java.time.Duration;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox's collection, its indexes, and its door for events. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    AggregateCollection<NotificationDocument> inbox(AggregateStore store) {
        return store.collection(Fields.INBOX, NotificationDocument.class);
    }

    @Bean
    InboxDelivery inboxDelivery(AggregateCollection<NotificationDocument> inbox, InboxProperties properties) {
        return new InboxDelivery(inbox, properties.retention());
    }

    @Bean
    StoreIndexes inboxIndexes() {
        var newestFirst = Indexes.compoundIndex(
                Indexes.ascending(Fields.RECIPIENT), Indexes.descending(Fields.OCCURRED_AT, "_id"));
        return StoreIndexes.of(Fields.INBOX, newestFirst, named("newest_first"))
                .and(
                        Fields.INBOX,
                        Indexes.compoundIndex(
                                Indexes.ascending(Fields.RECIPIENT, Fields.UNREAD),
                                Indexes.descending(Fields.OCCURRED_AT, "_id")),
                        named("unread").partialFilterExpression(Filters.eq(Fields.UNREAD, true)))
                .and(
                        Fields.INBOX,
                        Indexes.compoundIndex(
                                Indexes.ascending(Fields.RECIPIENT, Fields.CATEGORY),
                                Indexes.descending(Fields.OCCURRED_AT, "_id")),
                        named("by_category"))
                .and(
                        Fields.INBOX,
                        Indexes.ascending(Fields.INSTANCE_ID, Fields.TASK_ID),
                        named("waiting").partialFilterExpression(Filters.eq(Fields.CATEGORY, Category.TASK.name())))
                .and(
                        Fields.INBOX,
                        Indexes.ascending(Fields.WORK_ITEM_ID),
                        named("waiting_work").partialFilterExpression(Filters.exists(Fields.WORK_ITEM_ID)))
                .and(
                        Fields.INBOX,
                        Indexes.ascending(Fields.TARGET_ID),
                        named("waiting_target").partialFilterExpression(Filters.exists(Fields.TARGET_ID)))
                .and(Fields.INBOX, Indexes.ascending(Fields.PLACED_RECIPIENT, Fields.PLACED_POSITION), named("stream"))
                .and(
                        Fields.INBOX,
                        Indexes.ascending(Fields.OCCURRED_AT),
                        named("unplaced").partialFilterExpression(Filters.eq(Fields.UNPLACED, true)))
                .andExpiry(Fields.INBOX, Fields.EXPIRES_AT, Duration.ZERO);
    }

    /** The index before it did not look whether everything had been published. */
    @Bean
    StoreMigration notificationsAreKeptUntilPublished() {
        return StoreMigration.of("2026-11-21.5 notifications are kept until published")
                .dropIndex(Fields.INBOX, "retention");
    }

    /** Until then those that nobody read stayed; as long as is usual from when they were told. */
    @Bean
    StoreMigration remindersToRateAreNotKeptForEver() {
        return StoreMigration.of("2026-11-22.1 reminders to rate are not kept for ever")
                .update(
                        Fields.INBOX,
                        Filters.and(
                                Filters.eq(Fields.TEMPLATE, Template.RATING_ENDS.name()),
                                Filters.exists(Fields.EXPIRES_AT, false)),
                        new Document(
                                "$set",
                                new Document(
                                        Fields.EXPIRES_AT,
                                        new Document(
                                                "$dateAdd",
                                                new Document("startDate", "$" + Fields.OCCURRED_AT)
                                                        .append("unit", "day")
                                                        .append("amount", 180)))));
    }

    private static IndexOptions named(String name) {
        return new IndexOptions().name(name);
    }
}
