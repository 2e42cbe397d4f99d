package dev.keshi.messaging.consumer;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Work that reads and writes nothing, done to parts of a list beside each other. */
final class InParts {

    /** Small, because what one part leads to may be many times as large as the part. */
    private static final int PART = 50;

    private static final int AHEAD = 4;

    private InParts() {}

    /** What the work makes of each part, in the order of the list, and no further ahead of whoever takes it than {@value #AHEAD} parts. */
    static <T, R> Stream<R> of(List<T> all, Function<List<T>, List<R>> work) {
        return all.stream()
                .gather(Gatherers.windowFixed(PART))
                .gather(Gatherers.mapConcurrent(AHEAD, work))
                .flatMap(List::stream);
    }
}
