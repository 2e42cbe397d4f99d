package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house style for the classes of one service, checked from a plain test:
 *
 * <pre>{@code
 * @Test
 * void keepsTheHouseStyle() {
 *     KeshiArchitecture.check("dev.keshi.org");
 * }
 * }</pre>
 *
 * Every problem code has words in both languages ({@link ProblemWords}), and every operation is described truly
 * ({@link OperationDescriptions}). All rules are evaluated, so that one run shows every violation.
 */
public final class KeshiArchitecture {

    private final String root;
    private final List<String> springPackages;
    private final List<String> codePrefixes;
    private final List<String> seeded;

    private KeshiArchitecture(
            String root, List<String> springPackages, List<String> codePrefixes, List<String> seeded) {
        this.root = root;
        this.springPackages = springPackages;
        this.codePrefixes = codePrefixes;
        this.seeded = seeded;
    }

    /** @param root package of the service; its direct subpackages are its features */
    public static void check(String root) {
        of(root).check();
    }

    public static KeshiArchitecture of(String root) {
        return new KeshiArchitecture(root, List.of(), List.of(), List.of());
    }

    /**
     * Packages whose very subject is Spring, such as an embedded authorization server. Everywhere else aggregates, values, events and ports
     * are plain Java.
     *
     * @param packages in ArchUnit's notation, for example {@code dev.keshi.org.identity..}
     */
    public KeshiArchitecture withSpringIn(String... packages) {
        return new KeshiArchitecture(root, List.of(packages), codePrefixes, seeded);
    }

    /**
     * Texts that begin like this are codes too, in whatever class they stand: for a feature that collects its findings
     * before it makes a problem of them.
     */
    public KeshiArchitecture withProblemCodes(String... prefixes) {
        return new KeshiArchitecture(root, springPackages, List.of(prefixes), seeded);
    }

    /**
     * Classes that draw the same again from the same seed, on purpose. Everywhere else nobody can foresee what is drawn.
     *
     * @param classes their full names
     */
    public KeshiArchitecture withSeedsIn(String... classes) {
        return new KeshiArchitecture(root, springPackages, codePrefixes, List.of(classes));
    }

    public void check() {
        check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root));
    }

    void check(JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("there are no classes in " + root);
        }
        var broken = Rules.of(root, springPackages, seeded)
                .map(rule -> rule.evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString());
        var wordless = ProblemWords.of(classes, codePrefixes).missing().stream()
                .map(code -> "no words in problems.properties or problems_en.properties: " + code);
        var untold = OperationDescriptions.violations(classes).stream();
        String violations =
                Stream.of(broken, wordless, untold).flatMap(each -> each).collect(Collectors.joining("\n\n"));
        if (!violations.isEmpty()) {
            throw new AssertionError(violations);
        }
    }
}
