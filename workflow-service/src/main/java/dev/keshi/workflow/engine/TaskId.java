package dev.keshi.workflow.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a task: its instance and its number there, so that the instance of a task is known without asking, and a task
 * that is gone is told from one that never was.
 */
public record TaskId(InstanceId instance, int number) {

    private static final Pattern TEXT = Pattern.compile("(.{1,100})-([1-9][0-9]{0,8})");

    public TaskId {
        if (number < 1) {
            throw new IllegalArgumentException("task number: " + number);
        }
    }

    /** Empty when it cannot be the id of a task. */
    public static Optional<TaskId> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(matcher -> matcher.matches() && !matcher.group(1).isBlank())
                .map(matcher -> new TaskId(new InstanceId(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    public String value() {
        return instance + "-" + number;
    }

    @Override
    public String toString() {
        return value();
    }
}
