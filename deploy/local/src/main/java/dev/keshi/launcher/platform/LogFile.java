package dev.keshi.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** The log of one process: kept to a size, and asked for what went wrong. */
final class LogFile {

    private static final long LARGEST = 20L << 20;
    private static final long LOOKED_AT = 1L << 20;
    private static final Pattern TROUBLE = Pattern.compile("\\b(ERROR|WARN)\\b|^Caused by:|^Error:|Exception\\b");

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

    static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The last line that tells what is wrong, with a blank before it; empty when there is none.
     *
     * @param from where to begin to look
     */
    static String lastTrouble(Path log, long from) {
        try (var file = FileChannel.open(log)) {
            long begin = Math.max(from, file.size() - LOOKED_AT);
            var bytes = ByteBuffer.allocate((int) (file.size() - begin));
            file.read(bytes, begin);
            return new String(bytes.array(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> TROUBLE.matcher(line).find())
                    .reduce((earlier, later) -> later)
                    .map(line -> " Its last trouble: " + line.strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
