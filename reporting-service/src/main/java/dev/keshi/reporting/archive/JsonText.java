package dev.keshi.reporting.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

/** An event's value as text that may stand inside another JSON text. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** Empty when the bytes are not exactly one JSON value: inside an answer they would break, or change, what is around. */
    static Optional<String> of(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isOneValue(text) && !text.contains("\n") ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException | JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isOneValue(String text) {
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        }
    }
}
