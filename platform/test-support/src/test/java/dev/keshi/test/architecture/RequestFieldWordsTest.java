package dev.keshi.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class RequestFieldWordsTest {

    private static final String FIXTURE = RequestFieldWordsTest.class.getPackageName() + ".fixture.";

    @Test
    void aFieldWithoutWordsIsNamedAlsoWhereTheRecordIsAPartOfAnother() {
        var classes = new ClassFileImporter().importPackages(FIXTURE + "requests");

        assertThat(RequestFieldWords.missing(classes))
                .singleElement()
                .satisfies(missing ->
                        assertThat(missing).startsWith("no words in").endsWith("operations_en.properties: Page.text"));
    }

    @Test
    void aServiceWithoutRequestsHasNotBeenLookedAt() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RequestFieldWords.check("dev.keshi.nowhere"))
                .withMessageContaining("no requests");
    }
}
