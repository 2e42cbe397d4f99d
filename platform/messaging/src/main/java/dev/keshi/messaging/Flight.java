package dev.keshi.messaging;

/**
 * What is on its way to Kafka for one aggregate. The worker's thread writes {@code lastSent} and {@code trimmed};
 * the producer's thread reports acknowledgements.
 */
final class Flight {

    final Pending document;
    long lastSent;
    long trimmed;

    private long acknowledged;
    private int outstanding;
    private boolean failed;

    Flight(Pending document) {
        this.document = document;
    }

    synchronized void sent(long sequence) {
        lastSent = sequence;
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

    /** Nothing is on its way any more. */
    synchronized boolean landed() {
        return outstanding == 0;
    }

    /** All that was sent was trimmed too, or will have to be sent again: what is not in Kafka's hands any more. */
    synchronized boolean finished() {
        return outstanding == 0 && (failed || trimmed == lastSent);
    }
}
