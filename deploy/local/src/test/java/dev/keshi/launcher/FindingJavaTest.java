package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./keshi} on a made-up machine: nothing of the real one but a few tools is in its reach. */
class FindingJavaTest {

    private static final List<String> TOOLS = List.of("cat", "dirname", "find", "grep", "readlink");

    @TempDir
    Path machine;

    private Path script;
    private Path older;

    record Ran(int status, String out, String complaint) {}

    @BeforeEach
    void aMachineWithAnOlderJdk() throws IOException {
        script = folder("checkout").resolve("keshi");
        Files.writeString(script, elsewhere(Files.readString(Path.of("..", "..", "keshi"))));
        Files.writeString(folder("checkout/deploy/local/target").resolve("built"), "");
        for (var tool : TOOLS) {
            Files.createSymbolicLink(folder("bin").resolve(tool), real(tool));
        }
        older = jdk("usr/lib/jvm/java-21", "21.0.4");
        Files.createSymbolicLink(machine.resolve("bin/javac"), older.resolve("bin/javac"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "status", "test", "doctor"})
    void withAnOlderJdkOnlyOneSentenceSaysWhatToInstall(String verb) throws Exception {
        var ran = keshi(older, verb);

        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "keshi: A JDK 25 is needed and none was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it.\n"));
    }

    @Test
    void aJavaOf25ThatCannotCompileIsNoJdk() throws Exception {
        Files.delete(jdk("opt/java/25", "25.0.1").resolve("bin/javac"));

        assertThat(keshi(older, "status").complaint()).startsWith("keshi: A JDK 25 is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/lib/jvm/temurin-25", "opt/java/25", "home/.jdks/temurin-25.0.1"})
    void anOlderJavaHomeIsPassedOverForAJdk25InAUsualPlace(String place) throws Exception {
        var jdk = jdk(place, "25.0.1");

        var ran = keshi(older, "status");

        assertThat(ran.complaint()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("java of " + jdk).endsWith("dev.keshi.launcher.Keshi status\n");
    }

    @Test
    void javaHomeWinsOverTheUsualPlaces() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        var mine = jdk("mine", "25.0.2");

        assertThat(keshi(mine, "status").out()).startsWith("java of " + mine);
    }

    @ParameterizedTest
    @CsvSource({
        "0, status",
        "1, status --json",
        "0, down",
        "1, logs gateway",
        "1, token admin",
        "2, reset",
        "0, reset --yes",
    })
    void whereNothingIsBuiltAndNothingRunsThatIsSaidAndNothingIsBuiltFirst(int status, String typed) throws Exception {
        Files.delete(folder("checkout/deploy/local/target").resolve("built"));

        var ran = keshi(jdk("mine", "25.0.2"), typed.split(" "));

        assertThat(ran.status()).isEqualTo(status);
        assertThat(ran.out() + ran.complaint())
                .containsAnyOf("Nothing is built here", "does not run here", "throws all data")
                .doesNotContain("java of", "Building", "Maven");
    }

    @Test
    void dataOfAnEarlierBuildIsNotForgotten() throws Exception {
        Files.delete(folder("checkout/deploy/local/target").resolve("built"));
        folder("checkout/.keshi/data");

        assertThat(keshi(jdk("mine", "25.0.2"), "reset", "--yes").complaint()).startsWith("keshi: Maven is needed");
    }

    @Test
    void withoutMavenOneSentenceSaysWhatToInstall() throws Exception {
        var ran = keshi(jdk("mine", "25.0.2"), "test");

        assertThat(ran)
                .isEqualTo(new Ran(
                        1, "", "keshi: Maven is needed and mvn is not on the PATH: install Maven 3.8.7 or newer.\n"));
    }

    private Ran keshi(Path javaHome, String... verb) throws Exception {
        var command = new ProcessBuilder(real("bash").toString(), script.toString());
        command.command().addAll(Arrays.asList(verb));
        command.environment().clear();
        command.environment().put("PATH", machine.resolve("bin").toString());
        command.environment().put("HOME", folder("home").toString());
        command.environment().put("JAVA_HOME", javaHome.toString());
        Path out = machine.resolve("out");
        Path complaint = machine.resolve("complaint");
        var process = command.redirectOutput(out.toFile())
                .redirectError(complaint.toFile())
                .start();
        return new Ran(process.waitFor(), Files.readString(out), Files.readString(complaint));
    }

    /** The folders of every machine become those of this one. */
    private String elsewhere(String words) {
        var moved = words.replaceAll(" (/usr/lib|/opt|/Library)/", " " + machine + "$1/");
        assertThat(moved).contains(machine + "/usr/lib/jvm").doesNotContain(" /usr/lib", " /opt", " /Library");
        return moved;
    }

    private Path jdk(String place, String version) throws IOException {
        Path home = folder(place);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        folder(place + "/bin");
        for (var program : List.of("java", "javac")) {
            Path file = Files.writeString(
                    home.resolve("bin").resolve(program),
                    "#!%s\necho \"%s of $JAVA_HOME: $*\"\n".formatted(real("bash"), program),
                    StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        return home;
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(machine.resolve(name));
    }

    private static Path real(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
