package dev.keshi.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationDescriptionsTest {

    @Test
    void whatIsNotDescribedOrNotTrueIsNamed() {
        var classes = new ClassFileImporter().importPackages(getClass().getPackageName() + ".fixture.operations");

        List<String> violations = OperationDescriptions.violations(classes);

        assertThat(violations).hasSize(3);
        assertThat(violations)
                .anySatisfy(one -> assertThat(one)
                        .startsWith("no summary in")
                        .endsWith("operations_en.properties: PaperController.withoutSummary"));
        assertThat(violations)
                .anySatisfy(one ->
                        assertThat(one).contains("createdInSilence").endsWith("documents [200] and answers [201]"));
        assertThat(violations)
                .anySatisfy(
                        one -> assertThat(one).contains("neverCreated").endsWith("documents [201] and answers [200]"));
    }
}
