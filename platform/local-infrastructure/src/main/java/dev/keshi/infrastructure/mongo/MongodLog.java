package dev.keshi.infrastructure.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that matter in mongod's log, whose lines are JSON with a severity and a message. */
final class MongodLog {

    private static final Pattern ERROR =
            Pattern.compile("\"s\":\"[EF]\".*?\"msg\":\"([^\"]*)\"(?:.*\"error\":\"([^\"]*)\")?");

    private MongodLog() {}

    static String lastError(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.map(ERROR::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(2) == null ? found.group(1) : found.group(1) + ": " + found.group(2))
                    .reduce((first, second) -> second)
                    .orElse("it gave no reason");
        } catch (IOException unreadable) {
            return "its log cannot be read";
        }
    }
}
