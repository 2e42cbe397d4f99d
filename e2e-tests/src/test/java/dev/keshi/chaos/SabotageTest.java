package dev.keshi.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sabotage that no longer fits the code it spoils would prove nothing when it is needed. */
class SabotageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("e2e-tests/src/test/sabotage");

    @Test
    void thereAreEight() throws IOException {
        assertThat(patches()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("patches")
    void itFitsTheCodeAsItIs(Path patch) throws Exception {
        var git = new ProcessBuilder(List.of("git", "apply", "--check", patch.toString()))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(git.waitFor()).as(said).isZero();
    }

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .toList();
        }
    }
}
