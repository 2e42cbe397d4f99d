package dev.keshi.contracts;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema 2020-12 of an event, made from its record. Components that may be absent are not required; fields nobody knows yet
 * are allowed, because producers may add some.
 */
final class EventSchemas {

    private final SchemaGenerator generator;

    EventSchemas() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields().withRequiredCheck(field -> !isNullable(field)).withStringFormatResolver(field -> {
            var type = field.getType().getErasedType();
            return type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : null;
        });
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var erased = type.getErasedType();
            if (erased == Instant.class || erased == LocalDate.class) {
                var node = context.getGeneratorConfig().createObjectNode().put("type", "string");
                return new CustomDefinition(
                        node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
            }
            return null;
        });
        generator = new SchemaGenerator(builder.build());
    }

    ObjectNode of(EventDescriptor event) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "/events/schemas/" + event.type() + ".json");
        schema.put("title", event.type());
        schema.put("description", event.en());
        schema.setAll((ObjectNode) generator.generateSchema(event.record()));
        return schema;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
