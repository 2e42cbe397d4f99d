package dev.keshi.events.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was laid aside, with its reason. */
final class OfficeInMemory implements DeadLetterOffice {

    private final Set<String> keys = new HashSet<>();
    private final List<String> reasons = new ArrayList<>();

    @Override
    public boolean isParked(String topic, String key) {
        return keys.contains(topic + "/" + key);
    }

    @Override
    public void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
        if (record.key() != null) {
            keys.add(record.topic() + "/" + Headers.key(record));
        }
        reasons.add(reason);
    }

    @Override
    public void parkBehind(ConsumerRecord<byte[], byte[]> record) {
        reasons.add("behind");
    }

    List<String> reasons() {
        return reasons;
    }
}
