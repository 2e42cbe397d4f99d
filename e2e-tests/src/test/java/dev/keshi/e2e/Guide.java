package dev.keshi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The blocks for the shell of a document, in its order.
 *
 * @param path below the root of the checkout
 */
record Guide(String path, List<Block> blocks) {

    private static final Pattern FENCED = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Set<String> OF_THE_SHELL = Set.of("", "bash", "sh");

    Guide {
        blocks = List.copyOf(blocks);
    }

    /** What a reader pastes into a shell. */
    record Block(String text) {

        private static final Pattern REMARK = Pattern.compile("(?m)(?:^|\\s)# (.*)$");
        private static final Pattern STATUS = Pattern.compile("\\b[2-5]\\d\\d\\b");

        /** For each remark that tells statuses: one of them is to be answered. */
        List<Set<String>> promised() {
            return REMARK.matcher(text)
                    .results()
                    .map(remark -> STATUS.matcher(remark.group(1))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()))
                    .filter(statuses -> !statuses.isEmpty())
                    .toList();
        }

        /** Its first line, to know it by. */
        String begins() {
            return text.lines().findFirst().orElse("");
        }
    }

    /** @param root of the checkout */
    static Guide read(Path root, String path) {
        try {
            var blocks = new ArrayList<Block>();
            FENCED.matcher(Files.readString(root.resolve(path)))
                    .results()
                    .filter(fenced -> OF_THE_SHELL.contains(fenced.group(1)))
                    .forEach(fenced -> blocks.add(new Block(fenced.group(2))));
            return new Guide(path, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without those that need what the build does not bring along. */
    Guide without(String... words) {
        return new Guide(
                path,
                blocks.stream()
                        .filter(block -> Set.of(words).stream().noneMatch(block.text()::contains))
                        .toList());
    }
}
