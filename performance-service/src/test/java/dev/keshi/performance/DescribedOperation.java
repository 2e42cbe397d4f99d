package dev.keshi.performance;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the service as its OpenAPI document tells it, so that a new one is tested, or missed, by itself.
 *
 * @param path with names of its variables in braces
 * @param queries names of the parameters of a query
 */
public record DescribedOperation(String method, String path, List<String> queries) {

    public DescribedOperation {
        queries = List.copyOf(queries);
    }

    /** All but those every service has for its operators. */
    public static List<DescribedOperation> of(Enterprise enterprise) {
        return Enterprise.read(enterprise.get("ann", "/v3/api-docs"))
                .get("paths")
                .propertyStream()
                .filter(path -> !path.getKey().contains("/operations/"))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(one -> new DescribedOperation(
                                one.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                queries(one.getValue()))))
                .toList();
    }

    public boolean reads() {
        return method.equals("GET");
    }

    private static List<String> queries(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asString("").equals("query"))
                .map(one -> one.path("name").asString(""))
                .toList();
    }
}
