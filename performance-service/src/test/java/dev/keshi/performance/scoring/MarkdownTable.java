package dev.keshi.performance.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of the one table of a page that people read, by the names of its columns. */
public final class MarkdownTable {

    private MarkdownTable() {}

    public static List<Map<String, String>> rows(String resource) {
        var lines = text(resource).lines().filter(line -> line.startsWith("|")).toList();
        var names = cells(lines.getFirst());
        return lines.stream().skip(2).map(line -> row(names, cells(line))).toList();
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        if (names.size() != cells.size()) {
            throw new IllegalArgumentException(names.size() + " columns, but " + cells);
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String text(String resource) {
        try (var bytes = Objects.requireNonNull(MarkdownTable.class.getResourceAsStream(resource), resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
