package dev.keshi.workflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WorkflowArchitectureTest {

    private static final ArchRule FEEL_STAYS_IN_CONDITION = noClasses()
            .that()
            .resideOutsideOfPackage("dev.keshi.workflow.condition")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda.feel..", "scala..");

    private static final ArchRule BPMN_STAYS_IN_DEFINITION = noClasses()
            .that()
            .resideOutsideOfPackage("dev.keshi.workflow.definition")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.operaton..", "org.w3c.dom..", "javax.xml..");

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.workflow");
    }

    @Test
    void saysWhatEachFieldOfARequestMeans() {
        RequestFieldWords.check("dev.keshi.workflow");
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(WorkflowServiceApplication.class).verify();
    }

    @Test
    void oneFeatureKnowsFeelAndOneKnowsBpmn() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.keshi.workflow");

        FEEL_STAYS_IN_CONDITION.check(main);
        BPMN_STAYS_IN_DEFINITION.check(main);
    }

    @Test
    void whoeverBreaksThatIsFound() {
        assertViolated(FEEL_STAYS_IN_CONDITION, "FeelOutsideConditions");
        assertViolated(BPMN_STAYS_IN_DEFINITION, "XmlOutsideDefinitions");
    }

    private static void assertViolated(ArchRule rule, String culprit) {
        JavaClasses fixture = new ClassFileImporter().importPackages("dev.keshi.workflow.fixture");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(fixture))
                .withMessageContaining(culprit);
    }
}
