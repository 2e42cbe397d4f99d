package dev.keshi.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The log of one process: kept to a size, and asked for what went wrong. */
final class LogFile {

    private static final long LARGEST = 20L << 20;
    private static final Pattern WRONG = Pattern.compile("\\bERROR\\b|^Caused by:|^Error:|Exception\\b");

    private LogFile() {}

    /** Puts a log that has grown large aside, and forgets the one that was put aside before. */
    static void rotate(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that tells of an error, with a blank before it; empty when there is none. */
    static String lastError(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.reversed().stream()
                    .limit(200)
                    .filter(line -> WRONG.matcher(line).find())
                    .findFirst()
                    .map(line -> " Its last error: " + line.strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
