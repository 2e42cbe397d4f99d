package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code mvn -pl platform/event-contracts test -Dkeshi.contracts=write} records what is new and writes what is generated, to be read and committed. It
 * writes nothing when a released contract would break.
 */
class ContractFilesTest {

    private static final String WRITE = "mvn -pl platform/event-contracts test -Dkeshi.contracts=write";

    private static final ContractFiles files = new ContractFiles();

    @BeforeAll
    static void writeThemWhenAskedTo() throws IOException {
        if ("write".equals(System.getProperty("keshi.contracts"))) {
            files.write();
        }
    }

    @TestFactory
    Stream<DynamicTest> theGeneratedFileIsWhatTheRecordsSay() {
        return files.generated().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey().getFileName().toString(),
                        () -> assertThat(text(file.getKey()))
                                .as("%s is not what the records say: run %s", file.getKey(), WRITE)
                                .isEqualTo(file.getValue())));
    }

    @Test
    void everythingNewIsRecordedAsReleased() {
        assertThat(files.released().unrecorded(files.schemas()))
                .as("New contracts are promises from now on. Record them: %s", WRITE)
                .isEmpty();
    }

    @Test
    void nothingIsLeftOfTypesAndTopicsThatAreGone() throws IOException {
        var generated = files.generated().keySet();
        for (var folder : new Path[] {ContractFiles.SCHEMAS, ContractFiles.PAGES}) {
            try (var present = Files.list(folder)) {
                assertThat(present.filter(ContractFilesTest::isGenerated)).isSubsetOf(generated);
            }
        }
        try (var golden = Files.list(ContractFiles.GOLDEN)) {
            assertThat(golden.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().stream()
                            .map(event -> event.type() + ".json")
                            .toList());
        }
    }

    /** Other pages may stand in the folder too. */
    private static boolean isGenerated(Path file) {
        return file.toString().endsWith(".json") || text(file).contains("-Dkeshi.contracts=write -->");
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
