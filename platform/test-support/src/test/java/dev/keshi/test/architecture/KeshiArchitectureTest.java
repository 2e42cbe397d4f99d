package dev.keshi.test.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule is broken once on purpose, in a package of its own below {@code fixture}. */
class KeshiArchitectureTest {

    private static final String FIXTURE = "dev.keshi.test.architecture.fixture.";

    @Test
    void aServiceInTheHouseStylePasses() {
        assertThatCode(() -> KeshiArchitecture.of(FIXTURE + "clean").check(classesOf("clean")))
                .doesNotThrowAnyException();
    }

    @Test
    void aControllerThatSeesHowAFeatureIsStoredIsFound() {
        violationIn("store").withMessageContaining("DepartmentController").withMessageContaining("DepartmentDocument");
    }

    @Test
    void aControllerThatUsesAnotherFeaturesRequestIsFound() {
        violationIn("foreignedge")
                .withMessageContaining("PersonController")
                .withMessageContaining("OpenDepartmentRequest");
    }

    @Test
    void aDoorThatTakesAWebRequestIsFound() {
        violationIn("callers").withMessageContaining("a feature works the same whoever calls it");
    }

    @Test
    void twoFeaturesThatNeedEachOtherAreFound() {
        violationIn("cycle").withMessageContaining("Cycle detected");
    }

    @Test
    void anInjectedFieldIsFound() {
        violationIn("fields").withMessageContaining("DepartmentService.injected is injected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DepartmentUtil", "DepartmentHelper", "DepartmentServiceImpl", "TaskManager"})
    void aNameThatFitsAnyClassIsFound(String name) {
        violationIn("names").withMessageContaining(name + " has a name that fits any class");
    }

    @Test
    void aPackageThatIsNoFeatureIsFound() {
        violationIn("packages").withMessageContaining("a package is a feature");
    }

    @Test
    void anAggregateThatKnowsSpringIsFound() {
        violationIn("spring").withMessageContaining("are plain Java");
    }

    @Test
    void aPackageWhoseSubjectIsSpringMayBeNamed() {
        var architecture = KeshiArchitecture.of(FIXTURE + "spring").withSpringIn(FIXTURE + "spring.department..");

        assertThatCode(() -> architecture.check(classesOf("spring"))).doesNotThrowAnyException();
    }

    @Test
    void anOperationThatIsOpenToEveryTokenIsFound() {
        violationIn("operations").withMessageContaining("PaperController.described() does not say who may use it");
    }

    @Test
    void whoeverListensPastTheKitIsFound() {
        violationIn("listening")
                .withMessageContaining("NoteListener.hear")
                .withMessageContaining("parks what cannot be applied");
    }

    @Test
    void aHandlerThatWritesByItselfIsFound() {
        violationIn("writing")
                .withMessageContaining("NoteService.deliver(java.util.List) calls")
                .withMessageContaining("MongoOperations.save");
    }

    @Test
    void whatCanBeForeseenIsFoundUnlessItIsDrawnAgainFromASeed() {
        violationIn("chance")
                .withMessageContaining("CertificateNumbers")
                .withMessageContaining("anything but a SecureRandom");
        var seeded =
                KeshiArchitecture.of(FIXTURE + "chance").withSeedsIn(FIXTURE + "chance.certificate.CertificateNumbers");

        assertThatCode(() -> seeded.check(classesOf("chance"))).doesNotThrowAnyException();
    }

    @Test
    void aMistypedPackageDoesNotPassForLackOfClasses() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> KeshiArchitecture.check("dev.keshi.nowhere"));
    }

    private static ThrowableAssertAlternative<AssertionError> violationIn(String fixture) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> KeshiArchitecture.of(FIXTURE + fixture).check(classesOf(fixture)));
    }

    private static JavaClasses classesOf(String fixture) {
        return new ClassFileImporter().importPackages(FIXTURE + fixture);
    }
}
