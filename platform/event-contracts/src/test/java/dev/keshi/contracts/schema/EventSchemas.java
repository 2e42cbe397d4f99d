package dev.keshi.contracts.schema;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.Topics;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema 2020-12 of an event, made from its record. Components that may be absent are not required; fields nobody knows yet
 * are allowed, because producers may add some. {@code x-keshi} says how the type travels, {@code x-encrypted} marks personal text,
 * {@code x-known-values} are the words that a text may be, among others that may come.
 */
public final class EventSchemas {

    private final SchemaGenerator generator;

    public EventSchemas() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withStringFormatResolver(EventSchemas::format)
                .withInstanceAttributeOverride((node, field, context) -> describe(node, field));
        builder.forTypesInGeneral()
                .withTypeAttributeOverride(
                        (node, scope, context) -> limit(node, scope.getType().getErasedType()))
                .withPropertySorter(Comparator.comparing(EventSchemas::place))
                .withCustomDefinitionProvider((type, context) -> {
                    if (format(type.getErasedType()) == null) {
                        return null;
                    }
                    var node = context.getGeneratorConfig().createObjectNode().put("type", "string");
                    return new CustomDefinition(
                            node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
                });
        generator = new SchemaGenerator(builder.build());
    }

    public ObjectNode of(EventDescriptor event) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", event.schemaAddress());
        schema.put("title", event.type());
        schema.put("description", event.en());
        schema.put("x-description-zh-CN", event.zh());
        schema.set("x-keshi", contract(event));
        schema.setAll((ObjectNode) generator.generateSchema(event.record()));
        return schema;
    }

    private static ObjectNode contract(EventDescriptor event) {
        var layout = Topics.LAYOUTS.stream()
                .filter(topic -> topic.topic().equals(event.topic()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(event.topic() + " has no layout in Topics"));
        return JsonNodeFactory.instance
                .objectNode()
                .put("owner", event.owner())
                .put("topic", event.topic())
                .put("partitions", layout.partitions())
                .put("compacted", layout.compacted())
                .put("aggregate", event.aggregate())
                .put("key", event.key());
    }

    private static void describe(ObjectNode node, FieldScope field) {
        var record = field.getDeclaringType().getErasedType();
        FieldWords.ENGLISH.of(record, field.getName()).ifPresent(words -> node.put("description", words));
        FieldWords.CHINESE.of(record, field.getName()).ifPresent(words -> node.put("x-description-zh-CN", words));
        if (field.getType().getErasedType() == EncryptedText.class) {
            node.put("x-encrypted", true);
        }
        var values = field.getRawMember().getAnnotation(KnownValues.class);
        if (values != null) {
            var known = node.putArray("x-known-values");
            Stream.of(values.value()).forEach(known::add);
        }
    }

    /** How wide a number is belongs to the promise: without its limits a long that became an int would look the same. */
    private static void limit(ObjectNode node, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            node.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        } else if (type == long.class || type == Long.class) {
            node.put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
        } else if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            throw new IllegalArgumentException("How wide a " + type + " is has not been said");
        }
    }

    private static @Nullable String format(FieldScope field) {
        return format(field.getType().getErasedType());
    }

    private static @Nullable String format(Class<?> type) {
        return type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : null;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** As the author of the record put them. */
    private static int place(MemberScope<?, ?> member) {
        List<String> names = Arrays.stream(
                        member.getDeclaringType().getErasedType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return names.indexOf(member.getName());
    }
}
