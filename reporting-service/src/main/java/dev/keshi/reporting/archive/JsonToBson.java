package dev.keshi.reporting.archive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event's value as a document. Values stay what they are in JSON: nothing in the text is taken for a BSON type. What
 * MongoDB could not hold is left out, because the bytes are kept anyway and an archive refuses nothing.
 */
final class JsonToBson {

    private static final int DEEPEST = 64;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonToBson() {}

    static Optional<Document> document(byte[] json) {
        try {
            return JSON.readTree(json) instanceof JsonNode node && node.isObject()
                    ? Optional.of(document(node))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException notHeld) {
            return Optional.empty();
        }
    }

    private static Document document(JsonNode object) {
        var document = new Document();
        object.properties().forEach(field -> {
            if (field.getKey().indexOf(0) >= 0) {
                throw new IllegalArgumentException("a name with a zero character");
            }
            document.append(field.getKey(), value(field.getValue()));
        });
        return document;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return document(node);
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>(node.size());
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isNumber()) {
            return number(node);
        }
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NULL -> null;
            default -> node.stringValue();
        };
    }

    private static Object number(JsonNode node) {
        if (node.canConvertToExactIntegral() && node.canConvertToInt()) {
            return node.intValue();
        }
        if (node.canConvertToExactIntegral() && node.canConvertToLong()) {
            return node.longValue();
        }
        return decimal(node.decimalValue());
    }

    /** @throws NumberFormatException when it has more than 34 digits */
    private static Decimal128 decimal(BigDecimal value) {
        return new Decimal128(value);
    }
}
