package dev.keshi.launcher.tour;

import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A figure with the events that carried it, as the independent reader saw them. */
final class Carried {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventReader events;
    private final Map<String, Long> shownUpTo = new HashMap<>();

    Carried(EventReader events) {
        this.events = events;
    }

    /** What a key has told since it was asked for last, once an event of this type is among it. */
    List<KafkaEvent> by(String key, String type) {
        long shown = shownUpTo.getOrDefault(key, 0L);
        List<KafkaEvent> told =
                events
                        .ofKeyUntil(
                                key,
                                event ->
                                        event.sequence() > shown && event.type().equals(type),
                                PATIENCE)
                        .stream()
                        .filter(event -> event.sequence() > shown)
                        .toList();
        TourFailure.require(
                told.stream().anyMatch(event -> event.type().equals(type)),
                "%s of %s is not in Kafka after %d s",
                type,
                key,
                PATIENCE.toSeconds());
        shownUpTo.put(key, told.getLast().sequence());
        return told;
    }

    @SafeVarargs
    static Shown shown(String figure, List<KafkaEvent>... carriers) {
        return Shown.of(
                figure,
                Map.of(
                        "events",
                        Stream.of(carriers)
                                .flatMap(List::stream)
                                .map(KafkaEvent::line)
                                .toList()));
    }
}
