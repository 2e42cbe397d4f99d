package dev.keshi.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecordsInHandTest {

    private static final TopicPartition LIVE = new TopicPartition("keshi.org.v1", 0);
    private static final TopicPartition OWN = new TopicPartition("erp.replays", 0);

    @Test
    void thePollThatBringsPartitionsHandsOutNothingThatOwnTopicsGoBefore() {
        assertThat(topicsOfTheFirstPoll(LIVE.topic()::equals)).containsExactly(OWN.topic());
    }

    @Test
    void withoutOwnTopicsTheFirstPollHandsOutEverything() {
        assertThat(topicsOfTheFirstPoll(_ -> false)).containsExactlyInAnyOrder(LIVE.topic(), OWN.topic());
    }

    private static List<String> topicsOfTheFirstPoll(Predicate<String> waits) {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            consumer.subscribe(Set.of(LIVE.topic(), OWN.topic()), new RecordsInHand(consumer, waits));
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of(LIVE, OWN));
                consumer.updateBeginningOffsets(Map.of(LIVE, 0L, OWN, 0L));
                consumer.addRecord(record(LIVE));
                consumer.addRecord(record(OWN));
            });
            return StreamSupport.stream(consumer.poll(Duration.ZERO).spliterator(), false)
                    .map(ConsumerRecord::topic)
                    .toList();
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), 0, new byte[0], new byte[0]);
    }
}
