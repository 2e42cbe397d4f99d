package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class EventCatalogueTest {

    /** A subscriber in any language reads this module's JSON; a producer in Java needs nothing but the JDK for its records. */
    private static final ArchRule PLAIN = ArchRuleDefinition.classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.keshi.contracts..");

    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.keshi.contracts");

    @TestFactory
    Stream<DynamicTest> everyEventIsNamedKeyedAndDescribed() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    assertThat(event.type()).matches("keshi\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
                    assertThat(event.topic())
                            .startsWith("keshi." + event.owner() + ".")
                            .endsWith(".v1");
                    assertThat(Topics.LAYOUTS).extracting(Topics.Layout::topic).contains(event.topic());
                    assertThat(event.aggregate()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(ContractFiles.golden(event).get(event.key()).asString())
                            .isNotBlank();
                    assertThat(event.en()).matches("[A-Z].*\\.").doesNotContainPattern("\\p{IsHan}");
                    assertThat(event.zh()).endsWith("。").containsPattern("\\p{IsHan}");
                }));
    }

    /** The archive is read by more people than those to whom a service shows how somebody was judged. */
    @Test
    void whatMeasuresAPersonIsConfidential() {
        var measures = EventCatalogue.all().stream()
                .filter(event -> ContractFiles.golden(event).has("personId"))
                .flatMap(event -> ContractFiles.golden(event).properties().stream()
                        .filter(field -> field.getValue().isString()
                                && field.getValue().asString().matches("-?[0-9]+(\\.[0-9]+)?"))
                        .filter(field -> !field.getKey().equals("employeeNumber"))
                        .map(field -> event.confidential().contains(field.getKey())
                                ? "confidential"
                                : event.type() + ": " + field.getKey()))
                .toList();

        assertThat(measures).hasSizeGreaterThan(10).containsOnly("confidential");
    }

    @TestFactory
    Stream<DynamicTest> everyEventHasAnExampleAndASchemaAtItsAddress() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    var mapper = JsonMapper.builder().build();
                    assertThat(mapper.readTree(event.example())).isEqualTo(ContractFiles.golden(event));
                    var schema = mapper.readTree(ContractFiles.SCHEMAS.resolve(event.type() + ".json"));
                    assertThat(schema.path("$id").asString()).isEqualTo(event.schemaAddress());
                }));
    }

    /** Optional, it could be absent; anything but text, it could not be a record key. */
    @TestFactory
    Stream<DynamicTest> theKeyIsARequiredText() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.type(),
                        () -> assertThat(Arrays.stream(event.record().getRecordComponents()))
                                .filteredOn(component -> component.getName().equals(event.key()))
                                .singleElement()
                                .satisfies(component -> {
                                    assertThat(component.getType()).isEqualTo(String.class);
                                    assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                            .isFalse();
                                })));
    }

    /** Renaming a class must not rename an event, so neither is derived from the other; but people find one by the other. */
    @TestFactory
    Stream<DynamicTest> noTypeIsAClassNameAndEachIsEasilyFound() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    assertThatThrownBy(() -> Class.forName(event.type())).isInstanceOf(ClassNotFoundException.class);
                    assertThat(event.type()).doesNotContain(event.record().getSimpleName(), "dev.keshi");
                    assertThat(event.record().getSimpleName()).isEqualTo(simpleName(event.type()));
                    assertThat(event.record().getPackageName()).isEqualTo("dev.keshi.contracts." + event.owner());
                }));
    }

    /** One aggregate has one sequence, so its events travel on one topic by one key. */
    @Test
    void allEventsOfAnAggregateTravelTogether() {
        var ways = EventCatalogue.all().stream()
                .collect(Collectors.groupingBy(
                        event -> event.owner() + " " + event.aggregate(),
                        Collectors.mapping(event -> event.topic() + " " + event.key(), Collectors.toSet())));

        assertThat(ways).allSatisfy((aggregate, way) -> assertThat(way).hasSize(1));
    }

    @Test
    void everyRecordOfAnEventIsInTheCatalogue() {
        var records = CONTRACTS.stream()
                .filter(each -> each.isAssignableTo(PublishedEvent.class) && each.isRecord())
                .map(JavaClass::getName);

        assertThat(records)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().stream()
                        .map(event -> event.record().getName())
                        .toList());
    }

    @Test
    void aRecordWithoutAContractIsRefused() {
        assertThatThrownBy(() -> EventCatalogue.describe(Unnamed.class)).hasMessageContaining("@EventContract");
        assertThatThrownBy(() -> EventCatalogue.describe(Unlisted.class))
                .hasMessageContaining("is not in the event catalogue");
        assertThat(EventCatalogue.find("keshi.org.nothing.v1")).isEmpty();
    }

    @Test
    void contractsDependOnNothingButJava() {
        PLAIN.check(CONTRACTS);
    }

    @Test
    void aContractThatUsesALibraryIsFound() {
        var violation = new ClassFileImporter().importClasses(WithLibrary.class);

        assertThat(PLAIN.evaluate(violation).hasViolation()).isTrue();
    }

    /** {@code PersonHiredV1} for {@code keshi.org.person-hired.v1}. */
    private static String simpleName(String type) {
        var parts = type.split("\\.");
        return Arrays.stream((parts[2] + "-" + parts[3]).split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    record Unnamed(String id) implements PublishedEvent {}

    @EventContract(
            type = "keshi.org.unlisted.v1",
            topic = Topics.ORG,
            aggregate = "unlisted",
            key = "id",
            en = "Nobody has listed it.",
            zh = "未列入目录。")
    record Unlisted(String id) implements PublishedEvent {}

    record WithLibrary(JsonMapper mapper) {}
}
