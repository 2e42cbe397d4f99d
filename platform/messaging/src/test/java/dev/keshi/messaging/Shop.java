package dev.keshi.messaging;

import dev.keshi.contracts.org.PositionRevisedV1;
import java.util.List;

/** A small aggregate for the tests: each change counts up and publishes an existing contract. */
public final class Shop {

    public static final String TYPE = "keshi.org.position-revised.v1";

    private Shop() {}

    public record CounterDocument(String text, int count) {}

    public static Change<CounterDocument> opened(String id, String text) {
        return new Change<>(new CounterDocument(text, 1), List.of(event(id, text, 1)));
    }

    public static Change<CounterDocument> counted(String id, CounterDocument before) {
        int count = before.count() + 1;
        return new Change<>(new CounterDocument(before.text(), count), List.of(event(id, before.text(), count)));
    }

    public static PositionRevisedV1 event(String id, String title, int count) {
        return new PositionRevisedV1(id, title, null, null, count);
    }
}
