package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, from {@code /proc}. */
final class ProcessMemory {

    private static final String RESIDENT = "VmRSS:";
    private static final double KIBIBYTES = 1024;

    private ProcessMemory() {}

    static double residentMebibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
