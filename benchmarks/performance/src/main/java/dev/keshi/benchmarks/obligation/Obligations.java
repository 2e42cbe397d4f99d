package dev.keshi.benchmarks.obligation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * Obligations as notification-service keeps them once events have told of them, in bulk. Everybody has twenty, of all kinds, scattered
 * over the collection; two people have a thousand each. One person in ten leads a department that has one more to do.
 */
final class Obligations {

    static final int EACH = 20;

    private static final String COLLECTION = "obligations";
    private static final String DEPARTMENT = "department:";
    private static final int AT_ONCE = 1_000;
    private static final int OF_THE_BUSY = 1_000;
    private static final List<String> BUSY = List.of("busy-0", "busy-1");
    private static final int DAYS = 200;
    private static final int LEADERS_AMONG = 10;

    /** Odd, so that multiplying by it leads from each number to another. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final MongoCollection<Document> obligations;
    private final MongoCollection<Document> departments;
    private int there;
    private int people;

    Obligations(MongoDatabase store) {
        this.obligations = store.getCollection(COLLECTION);
        this.departments = store.getCollection("directory_departments");
    }

    /** Returns when there are so many. */
    void growTo(int many) {
        int begin = there;
        int joined = (many - begin) / EACH;
        var part = new ArrayList<Document>(AT_ONCE);
        for (int i = begin; i < many; i++) {
            part.add(obligation(i, holder(i, begin, joined)));
            if (part.size() == AT_ONCE || i == many - 1) {
                obligations.insertMany(part, new InsertManyOptions().ordered(false));
                part.clear();
            }
        }
        departments.insertMany(departments(people, joined), new InsertManyOptions().ordered(false));
        people += joined;
        there = many;
    }

    /** Some of all, the busy ones among them. */
    List<String> readers(int many) {
        var readers = new ArrayList<>(BUSY);
        for (int i = readers.size(); i < many; i++) {
            readers.add(person((int) ((long) i * people / many)));
        }
        return readers;
    }

    private String holder(int i, int begin, int joined) {
        if (i < BUSY.size() * OF_THE_BUSY) {
            return BUSY.get(i % BUSY.size());
        }
        int person = people + (i - begin) % joined;
        boolean last = i - begin >= joined * (EACH - 1);
        return last && leads(person) ? DEPARTMENT + department(person) : person(person);
    }

    private static Document obligation(int i, String holder) {
        var kind = holder.startsWith(DEPARTMENT) ? Kind.RISK_ROUND : Kind.of(i);
        var id = kind.key() + '/' + Long.toHexString(i * SCATTER);
        var due = Date.from(LocalDate.now(ZoneOffset.UTC)
                .plusDays(i * 7L % DAYS - DAYS / 10)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
        var topic = new Document("targetId", Integer.toHexString(i))
                .append("title", "整理客户反馈并提出改进建议 " + i)
                .append("parentId", "parent-" + i % EACH);
        var state = new Document("holders", List.of(holder))
                .append("kind", kind.name())
                .append("since", due)
                .append("order", due)
                .append("topic", topic);
        if (kind.dated()) {
            state.append("due", due);
        }
        if (kind == Kind.WORK_ITEM && i % 3 == 0) {
            state.append("standsFor", "measure/" + Long.toHexString((i + 1) * SCATTER));
        }
        return new Document("_id", id)
                .append("version", (1L << 42) + 1)
                .append("state", state)
                .append("heard", heard(id));
    }

    private static Document heard(String key) {
        long place = (1L << 42) + 1;
        return new Document("key", key)
                .append("sequence", 1L)
                .append("epoch", 1L)
                .append("place", place)
                .append(
                        "parts",
                        new Document("topic", place).append("move", place).append("due", place));
    }

    private static List<Document> departments(int from, int many) {
        var led = new ArrayList<Document>();
        for (int person = from; person < from + many; person++) {
            if (leads(person)) {
                led.add(new Document("_id", department(person))
                        .append("sequence", 1L)
                        .append("name", department(person))
                        .append("managerId", person(person))
                        .append("deputies", List.of())
                        .append("open", true));
            }
        }
        return led;
    }

    private static boolean leads(int person) {
        return person % LEADERS_AMONG == 0;
    }

    private static String department(int person) {
        return "d-" + person;
    }

    private static String person(int number) {
        return "p-" + number;
    }

    /** Those that notification-service knows, as they stand in its store. */
    private enum Kind {
        APPROVAL(false),
        WORK_ITEM(true),
        MEASURE(true),
        WARNING(false),
        RISK_ROUND(true),
        COURSE(true),
        APPRAISAL(false);

        private final boolean dated;

        Kind(boolean dated) {
            this.dated = dated;
        }

        static Kind of(int i) {
            return values()[i % values().length];
        }

        boolean dated() {
            return dated;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
