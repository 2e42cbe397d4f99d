package dev.keshi.events.testkit;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A listener of any making, with fresh state, and what it has brought about. */
public interface ListenerUnderTest {

    /** What the listener does with a record. A failure means that the record's offset would not be committed. */
    void receive(ConsumerRecord<byte[], byte[]> record) throws Exception;

    /**
     * Handles the record in a process that dies before it could commit. For a listener that commits nothing but offsets, that is the same
     * as {@link #receive}; the record comes again.
     */
    default void receiveAndDie(ConsumerRecord<byte[], byte[]> record) throws Exception {
        receive(record);
    }

    /**
     * What was missing has come: brings back what the listener has laid aside because of a gap. There is nothing to do for one that does so
     * by itself.
     */
    default void redrive() throws Exception {}

    /** Whether it goes on over a gap on purpose, because it needs the newest state only. */
    default boolean acceptsGaps() {
        return false;
    }

    /**
     * Everything the listener has brought about, wherever: rows, calls, mails. Its text is compared, so it should not depend on the order of
     * events of different keys.
     */
    Object effects();
}
