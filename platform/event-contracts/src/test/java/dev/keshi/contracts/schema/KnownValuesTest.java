package dev.keshi.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.KnownValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words that a field may be are said twice: to people in its description, to programs in its schema. */
class KnownValuesTest {

    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    /** Written in capitals without being a value. */
    private static final Set<String> ABBREVIATIONS = Set.of("AES", "API", "BPMN", "GCM", "JSON", "RFC");

    private final EventSchemas schemas = new EventSchemas();

    @TestFactory
    Stream<DynamicTest> theDescriptionNamesTheValuesThatTheRecordKnows() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    for (var field : event.record().getRecordComponents()) {
                        for (var language : FieldWords.values()) {
                            var words =
                                    language.of(event.record(), field.getName()).orElseThrow();
                            assertThat(named(words)).as("%s: %s", field, words).isEqualTo(known(field));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> theExampleUsesOneOfThem() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    var golden = JsonMapper.builder().build().readTree(event.example());
                    for (var field : schemas.of(event).path("properties").properties()) {
                        var known = texts(field.getValue().path("x-known-values"));
                        if (!known.isEmpty()) {
                            assertThat(known).as(field.getKey()).containsAll(texts(golden.path(field.getKey())));
                        }
                    }
                }));
    }

    private static Set<String> named(String words) {
        var named = new TreeSet<String>();
        WORD.matcher(words)
                .results()
                .map(found -> found.group())
                .filter(word -> !ABBREVIATIONS.contains(word))
                .forEach(named::add);
        return named;
    }

    private static Set<String> known(RecordComponent field) {
        var values = field.getAnnotation(KnownValues.class);
        return values == null ? Set.of() : new TreeSet<>(Arrays.asList(values.value()));
    }

    private static Set<String> texts(JsonNode node) {
        var texts = new TreeSet<String>();
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
