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

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
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

    private record Block(String file, List<String> lines) {}

    private static List<Block> blocks(String guide) {
        var found = new ArrayList<Block>();
        var blocks = BLOCK.matcher(read(guide));
        while (blocks.find()) {
            found.add(new Block(blocks.group(1), lines(blocks.group(3))));
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
