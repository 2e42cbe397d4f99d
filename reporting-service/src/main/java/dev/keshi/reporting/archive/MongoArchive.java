package dev.keshi.reporting.archive;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import dev.keshi.contracts.Topics;
import dev.keshi.messaging.LongRead;
import dev.keshi.service.page.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The queries over the collection {@code events}. */
@Repository
class MongoArchive {

    private static final int BATCH = 200;
    private static final int MOST_TYPES = 1_000;
    private static final int LONGEST_TYPE = 500;
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private static final Binary NOTHING = new Binary(new byte[0]);

    private final MongoOperations mongo;

    MongoArchive(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<EventView> find(String id) {
        return Optional.ofNullable(mongo.execute(
                        Fields.EVENTS, events -> events.find(eq(id)).first()))
                .map(MongoArchive::view);
    }

    Map<String, EventView> heads(Collection<String> ids) {
        var found = new HashMap<String, EventView>();
        mongo.execute(Fields.EVENTS, events -> {
            events.find(in(Fields.ID, ids)).projection(exclude(Fields.JSON)).forEach(event -> {
                event.append(Fields.JSON, NOTHING);
                found.put(event.getString(Fields.ID), view(event));
            });
            return null;
        });
        return found;
    }

    /** @param more whether others follow */
    record Found(List<EventView> events, boolean more) {}

    /** As many as asked for, fewer when they are large. */
    Found find(EventFilter filter, EventOrder order, Optional<Position> after, int limit) {
        var criteria = criteria(filter);
        if (criteria.isEmpty()) {
            return new Found(List.of(), false);
        }
        var all = after.map(position -> and(criteria.get(), behind(order, position)))
                .orElse(criteria.get());
        return Objects.requireNonNull(mongo.execute(Fields.EVENTS, events -> {
            var sorted = events.find(all).sort(sort(order)).allowDiskUse(true).limit(limit + 1);
            try (var portions = new Portions(events, sorted.batchSize(limit + 1))) {
                var some = portions.next(limit);
                return new Found(some.stream().map(MongoArchive::view).toList(), portions.hasMore());
            }
        }));
    }

    static Position positionOf(EventOrder order, EventView event) {
        return switch (order) {
            case NEWEST, OLDEST -> Position.of(event.time(), event.id());
            case SEQUENCE -> Position.of(event.epoch() + "/" + event.sequence(), event.id());
        };
    }

    /** Empty when nothing can match. */
    private Optional<Bson> criteria(EventFilter filter) {
        var criteria = new ArrayList<Bson>();
        if (filter.type() != null) {
            var types = types(filter.type());
            if (types.isEmpty()) {
                return Optional.empty();
            }
            criteria.add(ofTypes(filter.type(), types));
        }
        if (filter.key() != null) {
            criteria.add(anyTopic());
            criteria.add(eq(Fields.KEY, filter.key()));
        }
        if (filter.aggregate() != null) {
            criteria.add(eq(Fields.AGGREGATE, filter.aggregate()));
        }
        if (filter.from() != null) {
            criteria.add(gte(Fields.TIME, Date.from(filter.from())));
        }
        if (filter.to() != null) {
            criteria.add(lt(Fields.TIME, Date.from(filter.to())));
        }
        return Optional.of(criteria.isEmpty() ? empty() : and(criteria));
    }

    ArchivedEvents read(ArchiveSelection selection, Optional<ArchivePlace> after) {
        var criteria = criteria(selection);
        after.ifPresent(place -> criteria.add(behind(place)));
        return new ArchivedEvents(Objects.requireNonNull(mongo.execute(
                Fields.EVENTS,
                events -> new Portions(
                        events,
                        LongRead.of(events, and(criteria))
                                .sort(ascending(Fields.KEY, Fields.EPOCH, Fields.SEQUENCE, Fields.ID))
                                .allowDiskUse(true)
                                .batchSize(BATCH)))));
    }

    OptionalLong count(ArchiveSelection selection) {
        var criteria = criteria(selection);
        return Objects.requireNonNull(mongo.execute(Fields.EVENTS, events -> count(events, and(criteria))));
    }

    /** Nobody waits long for a number that is only told. */
    private static OptionalLong count(MongoCollection<Document> events, Bson criteria) {
        try {
            return OptionalLong.of(events.withTimeout(COUNTING.toMillis(), TimeUnit.MILLISECONDS)
                    .countDocuments(criteria));
        } catch (MongoTimeoutException | MongoExecutionTimeoutException tooMany) {
            return OptionalLong.empty();
        }
    }

    private static List<Bson> criteria(ArchiveSelection selection) {
        var criteria = new ArrayList<Bson>();
        criteria.add(selection.topic() == null ? anyTopic() : eq(Fields.TOPIC, selection.topic()));
        if (!selection.types().isEmpty()) {
            criteria.add(in(Fields.TYPE, selection.types()));
        }
        if (selection.aggregate() != null) {
            criteria.add(eq(Fields.AGGREGATE, selection.aggregate()));
        }
        if (!selection.ranges().isEmpty()) {
            criteria.add(or(selection.ranges().stream()
                    .map(range -> and(
                            eq(Fields.KEY, range.key()),
                            gte(Fields.SEQUENCE, range.from()),
                            lte(Fields.SEQUENCE, range.to())))
                    .toList()));
        }
        if (selection.key() != null) {
            criteria.add(eq(Fields.KEY, selection.key()));
        }
        if (selection.from() != null) {
            criteria.add(gte(Fields.TIME, Date.from(selection.from())));
        }
        if (selection.to() != null) {
            criteria.add(lt(Fields.TIME, Date.from(selection.to())));
        }
        return criteria;
    }

    /** Named one by one, the topics can each be read in the order of keys and merged. */
    private static Bson anyTopic() {
        return in(Fields.TOPIC, Topics.ARCHIVED);
    }

    private static Bson behind(ArchivePlace place) {
        var sameKey = eq(Fields.KEY, place.key());
        var sameEpoch = and(sameKey, eq(Fields.EPOCH, place.epoch()));
        return or(
                gt(Fields.KEY, place.key()),
                and(sameKey, gt(Fields.EPOCH, place.epoch())),
                and(sameEpoch, gt(Fields.SEQUENCE, place.sequence())),
                and(sameEpoch, eq(Fields.SEQUENCE, place.sequence()), gt(Fields.ID, place.id())));
    }

    /**
     * The types that begin so, as long and as many as can be of anybody's making; of longer ones the beginning, of more the first.
     */
    private List<String> types(String beginning) {
        return Objects.requireNonNull(mongo.execute(
                Fields.EVENTS,
                events -> events.aggregate(List.of(
                                match(beginningWith(beginning)),
                                group("$" + Fields.TYPE),
                                limit(MOST_TYPES + 1),
                                project(new Document(
                                        Fields.ID,
                                        new Document("$substrCP", List.of("$" + Fields.ID, 0, LONGEST_TYPE + 1))))))
                        .map(type -> type.getString(Fields.ID))
                        .into(new ArrayList<>())));
    }

    /** Named one by one, the types can each be read in the order of time and merged. */
    private static Bson ofTypes(String beginning, List<String> types) {
        return types.size() > MOST_TYPES || types.stream().anyMatch(type -> type.length() > LONGEST_TYPE)
                ? beginningWith(beginning)
                : in(Fields.TYPE, types);
    }

    private static Bson beginningWith(String beginning) {
        return regex(Fields.TYPE, "^" + Pattern.quote(beginning));
    }

    private static Bson behind(EventOrder order, Position position) {
        return switch (order) {
            case NEWEST -> {
                var time = Date.from(position.instant());
                yield or(lt(Fields.TIME, time), and(eq(Fields.TIME, time), lt(Fields.ID, position.id())));
            }
            case OLDEST -> {
                var time = Date.from(position.instant());
                yield or(gt(Fields.TIME, time), and(eq(Fields.TIME, time), gt(Fields.ID, position.id())));
            }
            case SEQUENCE -> {
                var parts = position.key().split("/", 2);
                long epoch = Long.parseLong(parts[0]);
                long sequence = Long.parseLong(parts[1]);
                yield or(
                        gt(Fields.EPOCH, epoch),
                        and(eq(Fields.EPOCH, epoch), gt(Fields.SEQUENCE, sequence)),
                        and(eq(Fields.EPOCH, epoch), eq(Fields.SEQUENCE, sequence), gt(Fields.ID, position.id())));
            }
        };
    }

    private static Bson sort(EventOrder order) {
        return switch (order) {
            case NEWEST -> descending(Fields.TIME, Fields.ID);
            case OLDEST -> ascending(Fields.TIME, Fields.ID);
            case SEQUENCE -> ascending(Fields.EPOCH, Fields.SEQUENCE, Fields.ID);
        };
    }

    private static EventView view(Document event) {
        var json = event.get(Fields.JSON, Binary.class).getData();
        var text = JsonText.of(json);
        return new EventView(
                event.getString(Fields.ID),
                event.getString(Fields.SOURCE),
                event.getString(Fields.TYPE),
                event.getString(Fields.TOPIC),
                event.getString(Fields.AGGREGATE),
                event.getString(Fields.KEY),
                event.getLong(Fields.SEQUENCE),
                event.getLong(Fields.EPOCH),
                event.getDate(Fields.TIME).toInstant(),
                event.getString(Fields.ACTOR),
                event.getString(Fields.TRACEPARENT),
                event.getDate(Fields.ARCHIVED_AT).toInstant(),
                text.orElse(null),
                text.isPresent() ? null : Base64.getEncoder().encodeToString(json),
                null);
    }
}
