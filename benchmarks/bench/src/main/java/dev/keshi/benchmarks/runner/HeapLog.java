package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What was left in the heap after collections, from the log of the collector: of all that was allocated that, at most, was needed. A process
 * that was started anew begins a new log.
 *
 * @param from place in the log, in bytes, from which on it is read
 */
record HeapLog(Path log, long from) {

    /** As in {@code Pause Young (Allocation Failure) 83M->21M(247M) 4.153ms}. */
    private static final Pattern LEFT = Pattern.compile("Pause .*->(\\d+)M\\(");

    /** MiB, the most after any collection; empty when there was none. */
    OptionalDouble most() throws IOException {
        if (!Files.exists(log)) {
            return OptionalDouble.empty();
        }
        byte[] all = Files.readAllBytes(log);
        int begin = from > all.length ? 0 : (int) from;
        var text = new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.UTF_8);
        return LEFT.matcher(text)
                .results()
                .mapToDouble(pause -> Double.parseDouble(pause.group(1)))
                .max();
    }
}
