package dev.keshi.events.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the guide that are not Java, with the Python 3 and the bash that every machine has which builds this. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExamplesTest {

    private static final Path EXAMPLES = GuideTest.ROOT.resolve("docs/examples");
    private static final Path STAND_IN = Path.of("src/test/python").toAbsolutePath();

    @Test
    void pythonReadsTheScripts() {
        var compile = "import sys; [compile(open(each).read(), each, 'exec') for each in sys.argv[1:]]";

        run(List.of("python3", "-c", compile, example("subscribe.py"), example("lag.py")));
    }

    @Test
    void bashReadsTheScript() {
        run(List.of("bash", "-n", example("follow.sh")));
    }

    @Test
    void theSubscriberInPythonKeepsTheRulesOfTheGuide() {
        assertThat(run(List.of("python3", STAND_IN.resolve("subscribe_test.py").toString())))
                .contains("\nOK")
                .doesNotContain("skipped");
    }

    private static String example(String file) {
        return EXAMPLES.resolve(file).toString();
    }

    /** @return what it said */
    static String run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            builder.environment().put("PYTHONPATH", STAND_IN + ":" + EXAMPLES);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as("%s:%n%s", command, said).isZero();
            return said;
        } catch (IOException missing) {
            throw new AssertionError(command.getFirst() + " is needed to check the examples of the guide", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
