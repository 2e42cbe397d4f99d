package dev.keshi.launcher.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory of this machine a process holds. */
final class Memory {

    private static final Path PROC = Path.of("/proc");

    private Memory() {}

    /** Resident megabytes; 0 when the process is gone. */
    static long residentMegabytes(long pid) {
        try {
            return (Files.isDirectory(PROC) ? fromProc(pid) : fromPs(pid)) / 1024;
        } catch (IOException | NumberFormatException gone) {
            return 0;
        }
    }

    private static long fromProc(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .map(Long::parseLong)
                    .orElse(0L);
        }
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
}
