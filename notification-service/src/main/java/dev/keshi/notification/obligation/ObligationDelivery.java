package dev.keshi.notification.obligation;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.consumer.DocumentParts;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The door for events: turns what they say of obligations into what the consumer kit writes, part by part, so
 * neither order nor repetition matter. What is over stays as a stub until nothing can repeat any more.
 */
public final class ObligationDelivery {

    /** The collection that the effects make up. */
    public static final String COLLECTION = Fields.OBLIGATIONS;

    /** From when an obligation may be gone. */
    public static final String EXPIRES = Fields.EXPIRES_AT;

    /** Twice as long as Kafka repeats. */
    private static final Duration RETENTION = Duration.ofDays(60);

    private ObligationDelivery() {}

    /** What of an obligation follows from events. */
    public static List<String> readModel() {
        return Fields.STATE;
    }

    public static List<Effect> deliver(ReceivedEvent<?> event, ObligationChange change) {
        var waitsForNobody = new Document("holders", List.of());
        var parts = DocumentParts.of(Fields.OBLIGATIONS, change.id().value(), event, waitsForNobody);
        change.topic().ifPresent(topic -> parts.part("topic", set(Fields.TOPIC, document(topic))));
        change.standsFor().ifPresent(other -> parts.part("standsFor", set(Fields.STANDS_FOR, other.value())));
        change.move().ifPresent(move -> parts.part("move", moved(change.id(), move, event.time())));
        if (change.begins()) {
            parts.part("began", began(event.time()));
        }
        change.exceptOf().ifPresent(person -> parts.part("except", set(Fields.EXCEPT_OF, person)));
        change.dueOn().ifPresent(day -> parts.part("due", due(day)));
        return parts.effects();
    }

    private static Bson moved(ObligationId id, ObligationChange.Move move, Instant at) {
        var updates = new ArrayList<Bson>();
        switch (move) {
            case ObligationChange.Move.WaitsFor(var kind, var holders, var staying) -> {
                updates.add(set(Fields.KIND, kind.name()));
                updates.add(set(Fields.HOLDERS, values(holders)));
                updates.add(set(Fields.STAYING, values(staying)));
                updates.add(set(Fields.SINCE, Date.from(at)));
                updates.add(unset(Fields.EXPIRES_AT));
                if (!kind.dated() && !id.origin().joined()) {
                    updates.add(set(Fields.ORDER, Date.from(at)));
                }
            }
            case ObligationChange.Move.Over() -> {
                updates.add(set(Fields.HOLDERS, List.of()));
                updates.add(unset(Fields.KIND));
                updates.add(unset(Fields.SINCE));
                updates.add(unset(Fields.STAYING));
                if (!id.origin().dated() && !id.origin().joined()) {
                    updates.add(unset(Fields.ORDER));
                }
                updates.add(set(Fields.EXPIRES_AT, Date.from(at.plus(RETENTION))));
            }
        }
        if (id.origin().dated()) {
            updates.add(lookAnew());
        }
        return combine(updates);
    }

    private static List<String> values(List<Holder> holders) {
        return holders.stream().map(Holder::value).distinct().toList();
    }

    /** A part of its own: for whom it waits may be told before. */
    private static Bson began(Instant at) {
        return combine(set(Fields.BEGAN, Date.from(at)), set(Fields.ORDER, Date.from(at)));
    }

    private static Bson due(LocalDate day) {
        var date = date(day);
        return combine(set(Fields.DUE, date), set(Fields.ORDER, date), lookAnew());
    }

    /** Reminders look at it as soon as they can. */
    private static Bson lookAnew() {
        return set(Fields.REMIND, new Date(0));
    }

    static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Document document(Topic topic) {
        var document = new Document("targetId", topic.targetId());
        Optional.ofNullable(topic.title()).ifPresent(value -> document.append("title", value));
        Optional.ofNullable(topic.titleEn()).ifPresent(value -> document.append("titleEn", value));
        Optional.ofNullable(topic.detail()).ifPresent(value -> document.append("detail", value));
        Optional.ofNullable(topic.detailEn()).ifPresent(value -> document.append("detailEn", value));
        Optional.ofNullable(topic.number()).ifPresent(value -> document.append("number", value));
        Optional.ofNullable(topic.parentId()).ifPresent(value -> document.append("parentId", value));
        Optional.ofNullable(topic.personId()).ifPresent(value -> document.append("personId", value));
        return document;
    }
}
