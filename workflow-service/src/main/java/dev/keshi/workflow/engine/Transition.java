package dev.keshi.workflow.engine;

import java.util.List;

/**
 * What a command led to.
 *
 * @param state from now on; its history ends with {@code entries}
 * @param entries what happened, in order
 */
public record Transition(InstanceState state, List<HistoryEntry> entries) {

    public Transition {
        entries = List.copyOf(entries);
    }
}
