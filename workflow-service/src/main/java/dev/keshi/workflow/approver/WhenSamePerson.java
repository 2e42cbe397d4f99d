package dev.keshi.workflow.approver;

import java.util.Arrays;
import java.util.Optional;

/** What happens when the person found has approved this instance before, as written in {@code keshi:samePerson}. */
public enum WhenSamePerson {
    /** Ask again. */
    AGAIN("again"),

    /** As if approved when this person has approved any earlier step. */
    ONCE("once"),

    /** As if approved when this person approved the step just before; the default. */
    SKIP_CONSECUTIVE("skip-consecutive");

    private final String text;

    WhenSamePerson(String text) {
        this.text = text;
    }

    /** As it stands in a process; empty when it is no such word. */
    public static Optional<WhenSamePerson> parse(String text) {
        return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
    }
}
