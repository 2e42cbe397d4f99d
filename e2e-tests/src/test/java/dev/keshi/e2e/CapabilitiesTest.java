package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the list of capabilities promises and what scenarios show is the same; whether a scenario passes is its own affair. */
class CapabilitiesTest {

    private static final Path LIST = Path.of("..", "docs", "capabilities.md");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d+) \\|.*");
    private static final String CLASS = ".class";

    @Test
    void everyCapabilityThatIsListedHasAScenario() {
        assertThat(listed()).hasSizeGreaterThan(30);
        assertThat(shown()).containsAll(listed());
    }

    @Test
    void everyScenarioShowsCapabilitiesThatAreListed() {
        assertThat(listed()).containsAll(shown());
    }

    private static Set<String> listed() {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> shown() {
        try (Stream<Path> classes = Files.list(here())) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("IT" + CLASS))
                    .map(name -> loaded(name.substring(0, name.length() - CLASS.length())))
                    .flatMap(scenarios -> Arrays.stream(scenarios.getDeclaredMethods()))
                    .flatMap(method -> Stream.ofNullable(method.getAnnotation(Scenario.class)))
                    .flatMap(scenario -> Arrays.stream(scenario.value()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of it runs. */
    private static Class<?> loaded(String name) {
        try {
            return Class.forName(
                    CapabilitiesTest.class.getPackageName() + "." + name,
                    false,
                    CapabilitiesTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the scenarios of this package were compiled to. */
    private static Path here() {
        try {
            URI own = Objects.requireNonNull(
                            CapabilitiesTest.class.getResource(CapabilitiesTest.class.getSimpleName() + CLASS))
                    .toURI();
            return Objects.requireNonNull(Path.of(own).getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
