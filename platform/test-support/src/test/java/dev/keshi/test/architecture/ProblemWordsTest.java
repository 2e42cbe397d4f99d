package dev.keshi.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {

    private static final String FIXTURE = "dev.keshi.test.architecture.fixture.words";

    @Test
    void whatHasNoWordsInOneOfTheLanguagesIsFound() {
        assertThat(words(List.of()).missing())
                .containsExactly("parcel-broken zh-CN", "parcel-forgotten zh-CN", "parcel-broken en", "parcel-lost en");
    }

    @Test
    void aCodeInAClassThatMakesNoProblemsIsFoundByHowItBegins() {
        assertThat(words(List.of("label-")).missing()).contains("label-unreadable zh-CN", "label-unreadable en");
    }

    @Test
    void codesThatAreNamedAreLookedUp() {
        assertThat(words(List.of()).missing(List.of("parcel-sealed", "late"))).contains("late zh-CN", "late en");
    }

    private static ProblemWords words(List<String> prefixes) {
        var classes = new ClassFileImporter().importPackages(FIXTURE);
        return ProblemWords.of(classes, prefixes, FIXTURE + ".problem");
    }
}
