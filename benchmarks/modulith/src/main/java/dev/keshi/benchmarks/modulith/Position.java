package dev.keshi.benchmarks.modulith;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The aggregate, in a document of its own. */
@Document("positions")
record Position(@Id String id, long version, String title, int headcount) {

    /** The text that brings an event to about 400 bytes of JSON; the same for every contender. */
    static final String LONG_TITLE = "Position ".repeat(34);

    Position revised() {
        return new Position(id, version + 1, title, headcount + 1);
    }
}
