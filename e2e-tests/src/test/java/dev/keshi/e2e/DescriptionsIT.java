package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.demo.Cast.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The OpenAPI documents of all services, operation by operation. */
@OnThePlatform
class DescriptionsIT {

    private static final Set<String> EVERYWHERE = Set.of("400", "401", "403", "406", "429", "503");

    private final Keshi keshi;

    DescriptionsIT(Keshi keshi) {
        this.keshi = keshi;
    }

    @Scenario("X2")
    void everyOperationSaysWhatItDoesWhatItTakesAndWhatItAnswers() {
        operations("en").forEach(operation -> {
            JsonNode it = operation.description();
            assertThat(it.path("summary").asString("")).as(operation.name()).isNotBlank();
            assertThat(statuses(it))
                    .as(operation.name())
                    .containsAll(EVERYWHERE)
                    .anyMatch(one -> one.startsWith("2"));
            it.path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as("%s %s", operation.name(), parameter.path("name"))
                            .isNotBlank());
        });
    }

    /** What a client that is made from the document would send as an object the service does not understand. */
    @Scenario("X2")
    void whatAPathOrAQuerySaysIsTextANumberOrAList() {
        var schemas = operations("en")
                .flatMap(operation -> operation.description().path("parameters").valueStream())
                .filter(parameter -> !parameter.path("in").asString().equals("header"))
                .map(parameter -> parameter.path("schema"))
                .toList();

        assertThat(schemas)
                .hasSizeGreaterThan(200)
                .allSatisfy(schema -> assertThat(types(schema))
                        .as("%s", schema)
                        .isNotEmpty()
                        .isSubsetOf("string", "integer", "number", "boolean", "array", "null"));
        assertThat(schemas)
                .filteredOn(schema -> types(schema).contains("array"))
                .allSatisfy(list -> assertThat(types(list.path("items")))
                        .as("%s", list)
                        .isNotEmpty()
                        .isSubsetOf("string", "integer", "number"));
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isString() ? List.of(type.asString()) : List.of();
    }

    @Scenario("X2")
    void theSummariesAreChineseForThoseWhoReadChinese() {
        operations("zh-CN")
                .forEach(operation -> assertThat(
                                operation.description().path("summary").asString(""))
                        .as(operation.name())
                        .matches("(?U).*\\p{IsHan}.*"));
    }

    @Scenario("X2")
    void aRequiredIfMatchComesWithItsRefusals() {
        assertThat(operations("en").filter(operation -> requiresIfMatch(operation.description())))
                .hasSizeGreaterThan(20)
                .allSatisfy(operation ->
                        assertThat(statuses(operation.description())).contains("412", "428"));
    }

    @Scenario("X2")
    void anImportShowsItsFiles() {
        JsonNode submit =
                document("org", "en").path("paths").path("/api/org/v1/imports").path("post");
        assertThat(statuses(submit)).contains("202", "413", "415", "422").doesNotContain("200");
        assertThat(submit.path("requestBody").path("content").propertyNames())
                .containsExactlyInAnyOrder("multipart/form-data", "text/csv");
    }

    @Scenario("X2")
    void aQueryParameterThatNoOperationKnowsIsRefused() {
        var answer = keshi.person(Part.HR).get("/api/org/v1/people?departement=KS");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("parameter").asString())
                .isEqualTo("departement");
    }

    private record Operation(String name, JsonNode description) {}

    private Stream<Operation> operations(String language) {
        return Stream.of("org", "workflow", "performance", "training", "risk", "notification", "reporting")
                .flatMap(service -> document(service, language).path("paths").propertyStream())
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(verb -> new Operation(verb.getKey() + " " + path.getKey(), verb.getValue())));
    }

    private JsonNode document(String service, String language) {
        return keshi.nobody()
                .get("/openapi/" + service, "Accept-Language", language)
                .expect(200)
                .json();
    }

    private static Set<String> statuses(JsonNode operation) {
        return new TreeSet<>(operation.path("responses").propertyNames());
    }

    private static boolean requiresIfMatch(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("If-Match")
                        && parameter.path("required").asBoolean());
    }
}
