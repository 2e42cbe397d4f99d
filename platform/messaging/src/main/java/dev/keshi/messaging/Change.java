package dev.keshi.messaging;

import dev.keshi.contracts.PublishedEvent;
import java.util.List;

/** What a command decided: the state from now on and the facts that follow from it, in order. */
public record Change<S>(S state, List<PublishedEvent> events) {

    public Change {
        events = List.copyOf(events);
    }
}
