package dev.keshi.reporting.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class JsonToBsonTest {

    @Test
    void valuesStayWhatTheyAre() {
        var data = document("""
                {"name":"请假","days":4,"money":12.50,"big":9007199254740993,"ok":true,"none":null,"list":[1,"a",{"b":2}]}
                """);

        assertThat(data)
                .isEqualTo(new Document("name", "请假")
                        .append("days", 4)
                        .append("money", Decimal128.parse("12.50"))
                        .append("big", 9007199254740993L)
                        .append("ok", true)
                        .append("none", null)
                        .append("list", Arrays.asList(1, "a", new Document("b", 2))));
    }

    @Test
    void nothingInTheTextIsTakenForATypeOfTheStore() {
        assertThat(document("{\"a\":{\"$date\":\"2026-01-01T00:00:00Z\"},\"$where\":\"1\",\"x.y\":1}"))
                .isEqualTo(new Document("a", new Document("$date", "2026-01-01T00:00:00Z"))
                        .append("$where", "1")
                        .append("x.y", 1));
    }

    @Test
    void whatTheStoreCannotHoldIsLeftOut() {
        var deep = "{\"a\":".repeat(80) + "1" + "}".repeat(80);
        for (var json : List.of(
                "{not json",
                "",
                "[1]",
                "7",
                "{} {}",
                "{\"a\\u0000b\":1}",
                "{\"a\":123456789012345678901234567890123456789012345678901234567890}",
                deep)) {
            assertThat(JsonToBson.document(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isEmpty();
        }
    }

    @Test
    void textThatWouldBreakAnAnswerIsNotPutIntoOne() {
        assertThat(JsonText.of("{\"a\": 1.50}".getBytes(StandardCharsets.UTF_8)))
                .contains("{\"a\": 1.50}");
        for (var json : List.of("{\"a\":1}}", "{\"a\":1},\"admin\":true", "{\"a\"", "", "{}\n{}", "{\n}")) {
            assertThat(JsonText.of(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isEmpty();
        }
        assertThat(JsonText.of(new byte[] {'"', (byte) 0xff, '"'})).isEmpty();
    }

    private static Document document(String json) {
        return JsonToBson.document(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
