package dev.keshi.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.keshi.contracts.compatibility.Fixture.Expected;
import dev.keshi.contracts.compatibility.Fixture.Label;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The checker says of every labelled pair what its label says, for the expected reasons, in the expected places. */
@Timeout(60)
class CompatibilityFixturesTest {

    @TestFactory
    Stream<DynamicTest> theCheckerSaysWhatTheLabelSays() {
        return Fixture.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> {
                    var findings = SchemaComparison.between(fixture.before(), fixture.after());
                    assertThat(findings.stream().map(finding -> new Expected(finding.change(), finding.at())))
                            .as("%s %s", fixture.about(), findings)
                            .containsExactlyInAnyOrderElementsOf(fixture.findings());
                    assertThat(findings.stream().anyMatch(Finding::breaks))
                            .isEqualTo(fixture.label() == Label.BREAKING);
                }));
    }

    /** Not only the checker says so: an independent validator sees an event pass that was refused, or the other way round. */
    @TestFactory
    Stream<DynamicTest> theLabelIsTrueOfTheEventsThatShowIt() {
        return Fixture.all().stream()
                .filter(fixture -> !fixture.events().isEmpty())
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> {
                    for (var each : fixture.events()) {
                        assertThat(fits(each.event(), fixture.before())).isEqualTo(each.fitsBefore());
                        assertThat(fits(each.event(), fixture.after())).isEqualTo(each.fitsAfter());
                        assertThat(each.fitsBefore() == each.fitsAfter())
                                .isEqualTo(fixture.label() == Label.COMPATIBLE);
                    }
                }));
    }

    @Test
    void everyKindOfChangeHasAFixture() {
        var shown = EnumSet.noneOf(Change.class);
        Fixture.all().forEach(fixture -> fixture.findings().forEach(expected -> shown.add(expected.change())));

        assertThat(shown).containsExactlyInAnyOrder(Change.values());
    }

    @Test
    void aFindingIsToldInOneSentence() {
        assertThat(Fixture.all().stream()
                        .flatMap(fixture -> SchemaComparison.between(fixture.before(), fixture.after()).stream())
                        .map(Finding::sentence))
                .allSatisfy(sentence ->
                        assertThat(sentence).isNotBlank().doesNotContain("\n").hasSizeLessThan(200));
    }

    private static boolean fits(JsonNode event, JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(schema).toString(), InputFormat.JSON)
                .validate(
                        event.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }
}
