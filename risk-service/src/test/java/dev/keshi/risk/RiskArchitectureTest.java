package dev.keshi.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class RiskArchitectureTest {

    private static final ArchRule MONITORING_KNOWS_NOTHING_ELSE = classes()
            .that()
            .haveSimpleNameNotEndingWith("Test")
            .and()
            .resideInAnyPackage("dev.keshi.risk.monitoring", "dev.keshi.risk.fixture")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.keshi.risk.monitoring", "java..", "org.jspecify..");

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.risk");
    }

    @Test
    void saysWhatEachFieldOfARequestMeans() {
        RequestFieldWords.check("dev.keshi.risk");
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(RiskServiceApplication.class).verify();
    }

    @Test
    void monitoringIsPlainArithmetic() {
        MONITORING_KNOWS_NOTHING_ELSE.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.keshi.risk"));
    }

    @Test
    void whoeverBreaksThatIsFound() {
        var fixture = new ClassFileImporter().importPackages("dev.keshi.risk.fixture");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> MONITORING_KNOWS_NOTHING_ELSE.check(fixture))
                .withMessageContaining("StandingThatLooksAtTheStore");
    }
}
