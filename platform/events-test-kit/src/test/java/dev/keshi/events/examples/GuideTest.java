package dev.keshi.events.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Code in the guide is an excerpt of a file that is compiled and run, never something that only looks like it. */
class GuideTest {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final List<String> GUIDES = List.of("docs/subscribing.md", "docs/subscribing.zh-CN.md");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- from: (\\S+) -->\\n)?```(java|python|bash|yaml|xml|sql)\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyBlockOfCodeStandsInTheFileItNames() {
        return GUIDES.stream()
                .flatMap(guide -> blocks(guide).stream()
                        .map(block -> DynamicTest.dynamicTest(
                                guide + ": " + block.lines().getFirst(), () -> {
                                    assertThat(block.file())
                                            .as("the file of:%n%s", block.lines())
                                            .isNotNull();
                                    assertThat(lines(Files.readString(ROOT.resolve(block.file()))))
                                            .containsSequence(block.lines());
                                })));
    }

    @Test
    void bothLanguagesShowTheSameCode() {
        assertThat(blocks(GUIDES.getFirst())).hasSizeGreaterThan(5).isEqualTo(blocks(GUIDES.getLast()));
    }

    /** What is copied from the page is run as it stands, not between the lines it was taken from. */
    @TestFactory
    Stream<DynamicTest> everyBlockForTheShellCanBePasted() {
        assertThat(blocks(GUIDES.getFirst())).extracting(Block::language).contains("bash");
        return GUIDES.stream()
                .flatMap(guide -> blocks(guide).stream())
                .filter(block -> block.language().equals("bash"))
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().getFirst(),
                        () -> ExamplesTest.run(List.of("bash", "-n", "-c", String.join("\n", block.lines())))));
    }

    private record Block(String file, String language, List<String> lines) {}

    private static List<Block> blocks(String guide) {
        var found = new ArrayList<Block>();
        var blocks = BLOCK.matcher(read(guide));
        while (blocks.find()) {
            found.add(new Block(blocks.group(1), blocks.group(2), lines(blocks.group(3))));
        }
        return found;
    }

    /** Without indentation and empty lines. */
    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
