package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.CountOptions;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The queries over the collection {@code inbox}. */
@Repository
class MongoInbox {

    static final int MOST_COUNTED = 9_999;

    private final MongoOperations mongo;
    private final AggregateCollection<NotificationDocument> inbox;

    MongoInbox(MongoOperations mongo, AggregateCollection<NotificationDocument> inbox) {
        this.mongo = mongo;
        this.inbox = inbox;
    }

    /** @param position of its last change; 0 while that has none */
    record Item(Notification notification, long revision, long position) {

        Position place() {
            var notice = notification.notice();
            return Position.of(notice.occurredAt(), notice.id().value());
        }
    }

    Optional<Item> find(String recipientId, NotificationId id) {
        return query(and(eq("_id", id.value()), eq(Fields.RECIPIENT, recipientId)), new Document("_id", 1), 1).stream()
                .findFirst();
    }

    List<Item> newestFirst(String recipientId, InboxFilter filter, Optional<Position> after, int limit) {
        var criteria = new ArrayList<Bson>();
        criteria.add(eq(Fields.RECIPIENT, recipientId));
        if (filter.unreadOnly()) {
            criteria.add(eq(Fields.UNREAD, true));
        }
        if (filter.waitingOnly()) {
            criteria.add(eq(Fields.CATEGORY, Category.TASK.name()));
            criteria.add(exists(Fields.SETTLED_AT, false));
        }
        if (!filter.categories().isEmpty()) {
            criteria.add(in(
                    Fields.CATEGORY,
                    filter.categories().stream().map(Category::name).toList()));
        }
        after.ifPresent(position -> {
            var date = Date.from(position.instant());
            criteria.add(or(lt(Fields.OCCURRED_AT, date), and(eq(Fields.OCCURRED_AT, date), lt("_id", position.id()))));
        });
        return query(and(criteria), descending(Fields.OCCURRED_AT, "_id"), limit);
    }

    List<String> unreadIds(String recipientId, int limit) {
        return Objects.requireNonNull(mongo.execute(
                Fields.INBOX,
                documents -> documents
                        .find(and(eq(Fields.RECIPIENT, recipientId), eq(Fields.UNREAD, true)))
                        .projection(include("_id"))
                        .sort(descending(Fields.OCCURRED_AT, "_id"))
                        .limit(limit)
                        .map(document -> document.getString("_id"))
                        .into(new ArrayList<>())));
    }

    long countUnread(String recipientId) {
        return Objects.requireNonNull(mongo.execute(
                Fields.INBOX,
                documents -> documents.countDocuments(
                        and(eq(Fields.RECIPIENT, recipientId), eq(Fields.UNREAD, true)),
                        new CountOptions().limit(MOST_COUNTED))));
    }

    /** A change that has no place yet comes when it has got one, which is behind all that are given out before. */
    List<Item> changedAfter(String recipientId, long position, int limit) {
        return query(
                and(
                        eq(Fields.PLACED_RECIPIENT, recipientId),
                        gt(Fields.PLACED_POSITION, position),
                        ne(Fields.UNPLACED, true)),
                ascending(Fields.PLACED_POSITION),
                limit);
    }

    private List<Item> query(Bson filter, Bson sort, int limit) {
        return Objects.requireNonNull(mongo.execute(
                Fields.INBOX,
                documents -> documents
                        .find(filter)
                        .projection(exclude("outbox", "commands"))
                        .sort(sort)
                        .limit(limit)
                        .map(this::item)
                        .into(new ArrayList<>())));
    }

    private Item item(Document document) {
        var versioned = inbox.versioned(document);
        var placed = document.get(Fields.PLACED, Document.class);
        return new Item(
                versioned.state().toNotification(versioned.id()),
                versioned.version(),
                placed == null ? 0 : placed.getLong("position"));
    }
}
