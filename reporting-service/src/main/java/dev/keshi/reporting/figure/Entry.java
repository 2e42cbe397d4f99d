package dev.keshi.reporting.figure;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.consumer.DocumentParts;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one event says of one entry, in the words of the consumer kit. Each method says a part; parts of later events of the
 * thing take the place of earlier ones, in whatever order they come.
 */
public final class Entry {

    /** The collection that the effects make up. */
    public static final String COLLECTION = Fields.ENTRIES;

    private final ReceivedEvent<?> event;
    private final ZoneId zone;
    private final DocumentParts parts;

    private Entry(EntryKind kind, String id, ReceivedEvent<?> event, ZoneId zone) {
        this.event = event;
        this.zone = zone;
        this.parts = DocumentParts.of(Fields.ENTRIES, kind.name() + ':' + id, event, new Document("kind", kind.name()));
    }

    /** What of an entry follows from events. */
    public static List<String> readModel() {
        return Fields.STATE;
    }

    /**
     * @param id of the thing, unique among those of its kind
     * @param zone decides in which month something happened
     */
    public static Entry of(EntryKind kind, String id, ReceivedEvent<?> event, ZoneId zone) {
        return new Entry(kind, id, event, zone);
    }

    public Entry begun() {
        parts.part(
                "begun",
                combine(
                        set(Fields.BEGUN, at()),
                        set(Fields.BEGUN_MONTH, month()),
                        set(Fields.BEGIN_EVENT, event.id())));
        return this;
    }

    /** Whose it is from now on. */
    public Entry with(List<String> people) {
        parts.part("people", set(Fields.PEOPLE, List.copyOf(people)));
        return this;
    }

    /** In which department it is from now on; absent for somebody without one. */
    public Entry in(@Nullable String departmentId) {
        parts.part(
                "department", departmentId == null ? unset(Fields.DEPARTMENT) : set(Fields.DEPARTMENT, departmentId));
        return this;
    }

    /** In which of several departments somebody is asked from now on. */
    public Entry inAny(@Nullable List<String> departmentIds) {
        if (departmentIds == null || departmentIds.size() < 2) {
            return in(departmentIds == null || departmentIds.isEmpty() ? null : departmentIds.getFirst());
        }
        parts.part("department", set(Fields.DEPARTMENT, List.copyOf(departmentIds)));
        return this;
    }

    /** From now on somebody in particular has it. */
    public Entry held() {
        parts.part("held", set(Fields.HELD, at()));
        return this;
    }

    public Entry heldByNobody() {
        parts.part("held", unset(Fields.HELD));
        return this;
    }

    public Entry due(LocalDate day) {
        parts.part("due", set(Fields.DUE, date(day)));
        return this;
    }

    public Entry late() {
        parts.part("late", set(Fields.LATE_EVENT, event.id()));
        return this;
    }

    /** It is over, and counts in this month. */
    public Entry ended() {
        parts.part(
                "end",
                combine(
                        set(Fields.MONTH, month()),
                        set(Fields.ENDED, at()),
                        set(Fields.END_EVENT, event.id()),
                        unset(Fields.ON_TIME)));
        return this;
    }

    /** The same, and whether it was in time. */
    public Entry ended(boolean onTime) {
        parts.part(
                "end",
                combine(
                        set(Fields.MONTH, month()),
                        set(Fields.ENDED, at()),
                        set(Fields.END_EVENT, event.id()),
                        set(Fields.ON_TIME, onTime)));
        return this;
    }

    /** Nobody need do it any more; that says nothing of anybody's work. */
    public Entry dropped() {
        parts.part(
                "end",
                combine(
                        set(Fields.MONTH, Fields.NO_MONTH),
                        set(Fields.ENDED, at()),
                        set(Fields.END_EVENT, event.id()),
                        unset(Fields.ON_TIME)));
        return this;
    }

    /** What was over is not. */
    public Entry reopened() {
        parts.part(
                "end",
                combine(unset(Fields.MONTH), unset(Fields.ENDED), unset(Fields.END_EVENT), unset(Fields.ON_TIME)));
        return this;
    }

    public List<Effect> effects() {
        return parts.effects();
    }

    static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private Date at() {
        return Date.from(event.time());
    }

    private String month() {
        return YearMonth.from(event.time().atZone(zone)).toString();
    }
}
