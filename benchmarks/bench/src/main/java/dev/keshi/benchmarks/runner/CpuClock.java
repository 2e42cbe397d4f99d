package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has cost so far, from {@code /proc}. */
final class CpuClock {

    /** {@code sysconf(_SC_CLK_TCK)} is 100 on every Linux that Keshi runs on. */
    private static final double MILLIS_PER_TICK = 10;

    private CpuClock() {}

    static double millis(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in brackets may hold anything; user and system time are the 14th and 15th field.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
