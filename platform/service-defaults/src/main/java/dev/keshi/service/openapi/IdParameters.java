package dev.keshi.service.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** An id is a record of one text, and a path or a query says that text alone: a client that is made from the document must not send an object. */
final class IdParameters implements GlobalOpenApiCustomizer {

    private static final Set<String> ONE_TEXT = Set.of("value");

    @Override
    public void customise(OpenAPI api) {
        var ids = ids(api.getComponents());
        parameters(api).forEach(parameter -> {
            var schema = parameter.getSchema();
            if (refersTo(ids, schema)) {
                parameter.setSchema(new StringSchema());
            } else if (schema != null && refersTo(ids, schema.getItems())) {
                schema.setItems(new StringSchema());
            }
        });
    }

    private static Set<String> ids(Components components) {
        var schemas = Objects.requireNonNullElse(components.getSchemas(), Map.<String, Schema>of());
        return schemas.entrySet().stream()
                .filter(one -> isId(one.getValue()))
                .map(one -> Components.COMPONENTS_SCHEMAS_REF + one.getKey())
                .collect(Collectors.toSet());
    }

    private static boolean isId(Schema<?> schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().equals(ONE_TEXT)
                && schema.getProperties().values().stream().allMatch(IdParameters::isText);
    }

    private static boolean isText(Schema<?> schema) {
        return "string".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("string"));
    }

    private static boolean refersTo(Set<String> ids, Schema<?> schema) {
        return schema != null && schema.get$ref() != null && ids.contains(schema.get$ref());
    }

    private static Stream<Parameter> parameters(OpenAPI api) {
        return api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation ->
                        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream());
    }
}
