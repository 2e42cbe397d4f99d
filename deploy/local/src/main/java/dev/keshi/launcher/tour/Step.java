package dev.keshi.launcher.tour;

import java.time.Duration;
import java.util.Map;

/**
 * A step that was taken.
 *
 * @param figure one line for people; of a failed step: what was wrong
 * @param values the same for programs
 */
public record Step(String name, boolean passed, String figure, Duration took, Map<String, Object> values) {

    public Step {
        values = Map.copyOf(values);
    }

    /** What a step has to show. */
    record Shown(String figure, Map<String, Object> values) {

        static Shown of(String figure) {
            return new Shown(figure, Map.of());
        }
    }
}
