package dev.keshi.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether every code that a service refuses with has words in both languages. The files are read as they are: at run time
 * Chinese stands in for English that is missing, so that nobody would notice. Codes are the constants with hyphens, such as
 * {@code department-closed}, in classes that make problems or findings.
 */
public final class ProblemWords {

    private static final String PROBLEMS = "dev.keshi.service.problem";
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

    private final String problems;
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> bundles = new TreeSet<>();

    private ProblemWords(JavaClasses classes, Collection<String> prefixes, String problems) {
        this.problems = problems;
        bundles.add(problems);
        classes.forEach(type -> look(type, prefixes));
    }

    /** @param root package whose classes, and those below, are looked through; the tests are not */
    public static ProblemWords of(String root) {
        return of(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(root),
                List.of());
    }

    /** @param prefixes what begins with one of these is a code, in whatever class it stands */
    static ProblemWords of(JavaClasses classes, Collection<String> prefixes) {
        return of(classes, prefixes, PROBLEMS);
    }

    static ProblemWords of(JavaClasses classes, Collection<String> prefixes, String problems) {
        return new ProblemWords(classes, prefixes, problems);
    }

    /** Codes without words, each with the language. */
    public List<String> missing() {
        return missing(codes);
    }

    /** Those of these codes, and of the words there are in one language, that have no words in the other. */
    public List<String> missing(Collection<String> wanted) {
        var chinese = keys("problems.properties");
        var english = keys("problems_en.properties");
        return Stream.concat(
                        absent(wanted, english, chinese).map(code -> code + " zh-CN"),
                        absent(wanted, chinese, english).map(code -> code + " en"))
                .toList();
    }

    private static Stream<String> absent(Collection<String> wanted, Set<String> other, Set<String> there) {
        return Stream.concat(wanted.stream(), other.stream())
                .filter(key -> !there.contains(key))
                .distinct()
                .sorted();
    }

    private void look(JavaClass type, Collection<String> prefixes) {
        if (type.getRawInterfaces().stream().anyMatch(one -> one.getName().equals(problems + ".ProblemMapping"))) {
            bundles.add(type.getPackageName());
        }
        var constants = constants(type);
        boolean refuses = constants.stream()
                .anyMatch(entry -> entry instanceof ClassEntry named
                        && Stream.of("Problem", "Finding").anyMatch(name -> isCalled(named, problems + "." + name)));
        constants.stream()
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue())
                .filter(text -> CODE.matcher(text).matches())
                .filter(text -> refuses || prefixes.stream().anyMatch(text::startsWith))
                .forEach(codes::add);
    }

    private static boolean isCalled(ClassEntry type, String name) {
        return type.asInternalName().equals(name.replace('.', '/'));
    }

    private static Set<PoolEntry> constants(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var bytes = source.toURL().openStream()) {
            var pool = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<String> keys(String file) {
        var keys = new HashSet<String>();
        bundles.forEach(bundle -> keys.addAll(words(bundle.replace('.', '/') + "/" + file)));
        return keys;
    }

    private static Set<String> words(String file) {
        var words = new Properties();
        try (var bytes = ProblemWords.class.getClassLoader().getResourceAsStream(file)) {
            if (bytes != null) {
                words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words.stringPropertyNames();
    }
}
