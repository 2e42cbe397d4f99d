package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.MessagingApplication;
import dev.keshi.messaging.Shop;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Consumers cannot be made at first: neither the first nor, later, the second of two. */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {
            "spring.application.name=reluctant-it",
            "keshi.consumer.concurrency=2",
            "spring.kafka.consumer.properties[interceptor.classes]=dev.keshi.messaging.consumer.ReluctantConsumerIT$Reluctant"
        })
class ReluctantConsumerIT {

    private static final Set<Integer> REFUSED = Set.of(1, 2, 4);
    private static final AtomicInteger MADE = new AtomicInteger();

    @Autowired
    private AggregateCollection<Shop.CounterDocument> counters;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aServiceThatCouldNotListenAtFirstListensLater() {
        var id = "reluctant-" + UUID.randomUUID();
        counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));

        Eventually.holds(() -> mongo.getCollection("copies").countDocuments(new Document("_id", id)) == 1);
        assertThat(MADE).hasValue(6);
    }

    /** Of each consumer that is made one is asked for. */
    public static final class Reluctant implements ConsumerInterceptor<String, byte[]> {

        @Override
        public void configure(Map<String, ?> settings) {
            if (REFUSED.contains(MADE.incrementAndGet())) {
                throw new IllegalStateException("not yet");
            }
        }

        @Override
        public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}
    }
}
