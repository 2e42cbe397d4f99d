package dev.keshi.launcher.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A step that was taken.
 *
 * @param passed whether everything was as it should be; a goal that was missed is told and ends nothing
 * @param figure one line for people; of a failed step: what was wrong
 * @param values the same for programs
 * @param goals what was measured that has a goal
 */
public record Step(
        String name, boolean passed, String figure, Duration took, Map<String, Object> values, List<Goal> goals) {

    public Step {
        values = Map.copyOf(values);
        goals = List.copyOf(goals);
    }

    public List<Goal> missedGoals() {
        return goals.stream().filter(goal -> !goal.isMet()).toList();
    }

    /** What a step has to show. */
    record Shown(String figure, Map<String, Object> values, List<Goal> goals) {

        static Shown of(String figure) {
            return new Shown(figure, Map.of(), List.of());
        }

        static Shown of(String figure, Map<String, Object> values) {
            return new Shown(figure, values, List.of());
        }
    }
}
