package dev.keshi.messaging;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What is on its way to Kafka for one aggregate. The worker's thread sends and trims; the producer's thread reports
 * acknowledgements.
 */
final class Flight {

    final Pending document;
    long lastSent;

    private final ArrayDeque<Sent> untrimmed = new ArrayDeque<>();
    private long acknowledged;
    private int outstanding;
    private boolean failed;

    Flight(Pending document) {
        this.document = document;
    }

    private record Sent(long sequence, String id) {}

    synchronized void sent(OutboxEntry event) {
        lastSent = event.sequence();
        untrimmed.add(new Sent(event.sequence(), event.id()));
        outstanding++;
    }

    synchronized void acknowledged(long sequence) {
        outstanding--;
        if (!failed) {
            acknowledged = Math.max(acknowledged, sequence);
        }
    }

    synchronized void failed() {
        outstanding--;
        failed = true;
    }

    synchronized boolean hasFailed() {
        return failed;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    /** Ids of the events up to a sequence that are still in the document, oldest first. */
    synchronized List<String> untrimmed(long upTo) {
        return untrimmed.stream()
                .takeWhile(sent -> sent.sequence() <= upTo)
                .map(Sent::id)
                .toList();
    }

    synchronized void trimmed(long upTo) {
        while (!untrimmed.isEmpty() && untrimmed.getFirst().sequence() <= upTo) {
            untrimmed.removeFirst();
        }
    }

    /** All that was sent was trimmed too, or will have to be sent again: what is not in Kafka's hands any more. */
    synchronized boolean finished() {
        return outstanding == 0 && (failed || untrimmed.isEmpty());
    }
}
