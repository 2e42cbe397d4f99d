package dev.keshi.performance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class PerformanceArchitectureTest {

    private static final ArchRule SCORING_KNOWS_NOTHING_ELSE = classes()
            .that()
            .haveSimpleNameNotEndingWith("Test")
            .and()
            .resideInAnyPackage("dev.keshi.performance.scoring", "dev.keshi.performance.fixture")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.keshi.performance.scoring", "java..", "org.jspecify..");

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.performance");
    }

    @Test
    void saysWhatEachFieldOfARequestMeans() {
        RequestFieldWords.check("dev.keshi.performance");
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(PerformanceServiceApplication.class).verify();
    }

    @Test
    void scoringIsPlainArithmetic() {
        SCORING_KNOWS_NOTHING_ELSE.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.keshi.performance"));
    }

    @Test
    void whoeverBreaksThatIsFound() {
        var fixture = new ClassFileImporter().importPackages("dev.keshi.performance.fixture");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SCORING_KNOWS_NOTHING_ELSE.check(fixture))
                .withMessageContaining("ScoringThatLooksAtTheStore");
    }
}
