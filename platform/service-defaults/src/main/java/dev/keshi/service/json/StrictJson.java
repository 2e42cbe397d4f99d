package dev.keshi.service.json;

import dev.keshi.service.time.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Makes the mapper of the HTTP interface. Events are read by a mapper of their own, which ignores unknown fields. */
final class StrictJson {

    static final int MAX_DEPTH = 64;

    private StrictJson() {}

    static JsonMapper mapper(List<JsonMapperBuilderCustomizer> customizers) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        var builder = JsonMapper.builder(factory);
        customizers.forEach(customizer -> customizer.customize(builder));
        builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS,
                        DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
                        DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .addModule(textualTimes())
                .addModule(new SimpleModule("keshi-text").addDeserializer(String.class, new StorableText()));
        return refuseCoercion(builder).build();
    }

    private static JsonMapper.Builder refuseCoercion(JsonMapper.Builder builder) {
        return builder.withCoercionConfigDefaults(config -> {
                    for (var shape : List.of(
                            CoercionInputShape.EmptyString,
                            CoercionInputShape.EmptyArray,
                            CoercionInputShape.EmptyObject)) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (var shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
                });
    }

    /** Numbers and arrays are no dates: an instant is ISO-8601 text. */
    private static SimpleModule textualTimes() {
        return new SimpleModule("keshi-times")
                .addDeserializer(Instant.class, new Textual<>(Instant.class, WrittenTime::instant))
                .addDeserializer(LocalDate.class, new Textual<>(LocalDate.class, WrittenTime::day));
    }

    /** Zero characters and halves of characters come back from no store, file or search as they went in. */
    private static final class StorableText extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            return text == null || isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "a zero or half a character");
        }

        private static boolean isStorable(String text) {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                if (unit == 0 || Character.isLowSurrogate(unit)) {
                    return false;
                }
                if (Character.isHighSurrogate(unit)) {
                    i++;
                    if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static final class Textual<T> extends ValueDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> parse;

        Textual(Class<T> type, Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(type, parser);
            }
            var text = parser.getString();
            try {
                return parse.apply(text);
            } catch (java.time.DateTimeException notATime) {
                return (T) context.handleWeirdStringValue(
                        type, text, "not in ISO-8601 form, or of a year that is too far away");
            }
        }
    }
}
