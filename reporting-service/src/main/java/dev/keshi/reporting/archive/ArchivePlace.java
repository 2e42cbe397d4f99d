package dev.keshi.reporting.archive;

import dev.keshi.messaging.consumer.RawEvent;

/** Behind which event a reading goes on. */
public record ArchivePlace(String key, long epoch, long sequence, String id) {

    public static ArchivePlace of(RawEvent event) {
        return new ArchivePlace(event.key(), event.epoch(), event.sequence(), event.id());
    }
}
