package dev.keshi.workflow.approver;

import java.util.Arrays;
import java.util.Optional;

/** What happens when the rule finds the initiator, as written in {@code keshi:whenInitiator}. */
public enum WhenInitiator {
    /** The initiator decides. */
    SELF("self"),

    /** As if approved. */
    SKIP("skip"),

    /** Who the initiator reports to decides instead; the default, since nobody should approve a request of their own. */
    SUPERIOR("superior"),

    /** The manager of the nearest department upwards who is not the initiator decides instead. */
    DEPARTMENT_HEAD("department-head");

    private final String text;

    WhenInitiator(String text) {
        this.text = text;
    }

    /** As it stands in a process; empty when it is no such word. */
    public static Optional<WhenInitiator> parse(String text) {
        return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
    }
}
