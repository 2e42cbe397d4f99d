package dev.keshi.performance;

import static dev.keshi.performance.Enterprise.as;
import static dev.keshi.performance.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Whoever reads the OpenAPI document is told what each field means that an operation asks for, in the own language. */
@RunningService
class RequestFieldsIT {

    private static final String SCHEMAS = "#/components/schemas/";

    @Autowired
    private MockMvcTester http;

    @Test
    void everyFieldThatAnOperationAsksForIsDescribedInBothLanguages() {
        var chinese = described("zh-CN");
        var english = described("en");

        assertThat(chinese).containsKeys("PlanCycle.raterWeights", "Raters.self", "GivenPoints.points", "Terms.dueOn");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese)
                .allSatisfy((field, words) -> assertThat(words).as(field).matches(".*\\p{IsHan}.*"));
        assertThat(english)
                .allSatisfy((field, words) -> assertThat(words).as(field).matches("\\p{ASCII}+"));
    }

    /** By schema and field, of what stands in a body and of what that is made of. */
    private Map<String, String> described(String language) {
        var document = read(http.get()
                .uri("/v3/api-docs")
                .with(as("ann"))
                .header("Accept-Language", language)
                .exchange());
        var schemas = document.at("/components/schemas");
        var open = new TreeSet<String>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().findValues("requestBody").forEach(body -> names(body, open)));
        var words = new HashMap<String, String>();
        var seen = new TreeSet<String>();
        while (!open.isEmpty()) {
            var name = open.removeFirst();
            if (seen.add(name)) {
                var schema = schemas.get(name);
                names(schema, open);
                schema.path("properties")
                        .propertyStream()
                        .forEach(field -> words.put(
                                name + "." + field.getKey(),
                                field.getValue().path("description").asString("")));
            }
        }
        return words;
    }

    private static void names(JsonNode described, TreeSet<String> names) {
        described.findValuesAsString("$ref").forEach(reference -> names.add(reference.replace(SCHEMAS, "")));
    }
}
