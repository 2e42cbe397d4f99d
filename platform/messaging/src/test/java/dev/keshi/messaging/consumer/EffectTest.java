package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectTest {

    static Stream<Bson> changesThatAddUp() {
        return Stream.of(
                Updates.inc("count", 1),
                Updates.mul("count", 2),
                Updates.push("notes", "again"),
                Updates.popFirst("notes"),
                Updates.rename("note", "text"),
                Updates.currentDate("at"),
                Updates.bitwiseXor("flags", 1),
                Updates.combine(Updates.set("title", "head"), Updates.inc("count", 1)));
    }

    @ParameterizedTest
    @MethodSource("changesThatAddUp")
    void whatWouldAddUpWhenItsEventComesAgainIsRefused(Bson change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effect.update("things", Filters.eq("a"), change))
                .withMessageContaining("would add up when the event comes again");
    }

    @ParameterizedTest
    @MethodSource("changesThatMayBeRepeated")
    void whatMayBeRepeatedIsTaken(Bson change) {
        assertThatCode(() -> Effect.update("things", Filters.eq("a"), change)).doesNotThrowAnyException();
    }

    static Stream<Bson> changesThatMayBeRepeated() {
        return Stream.of(
                Updates.set("title", "head"),
                Updates.unset("title"),
                Updates.max("count", 3),
                Updates.min("count", 3),
                Updates.addToSet("notes", "once"),
                new Document("$pull", new Document("notes", "gone")));
    }
}
