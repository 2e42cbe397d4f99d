package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.keshi.contracts.Topics;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.EventEnvelope;
import dev.keshi.messaging.MessagingApplication;
import dev.keshi.messaging.Shop;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A store is put back to what it was some events ago, and its service starts in the next epoch. */
@RealInfrastructure(ownDatabase = true)
class RestoredProducerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String key = "restored-" + UUID.randomUUID();

    @Test
    void copiesFollowTheRestoredStoreAndNobodyElse(RealMongo mongo, RealKafka kafka) {
        try (var client = MongoClients.create(mongo.uri());
                var latecomer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var database = client.getDatabase(mongo.database());
            var copies = database.getCollection("copies");
            var store = database.getCollection("counters");
            Document backup;
            try (var before = service(mongo, kafka, 1)) {
                counters(before).create(key, CommandContext.of("p-1"), Shop.opened(key, "one"));
                change(before);
                Eventually.holds(() -> stands(copies, null, 2));
                Eventually.holds(() -> store.countDocuments(published()) == 1);
                backup = store.find(new Document("_id", key)).first();
                // It was taken while the second event was on its way.
                backup.put(
                        "outbox",
                        List.of(secondEvent(
                                copies.find(new Document("_id", key)).first())));
                change(before);
                change(before);
                Eventually.holds(() -> stands(copies, null, 4));
            }
            store.replaceOne(new Document("_id", key), backup);

            try (var after = service(mongo, kafka, 2);
                    var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.ORG)) {
                change(after);
                Eventually.holds(() -> stands(copies, 2L, 3));
                var repetitions = after.getBean(MeterRegistry.class).counter("inbox_duplicate_total");
                double counted = repetitions.count();

                latecomer.send(EventEnvelope.record(Topics.ORG, old(4)));
                latecomer.send(EventEnvelope.record(Topics.ORG, old(5)));
                Eventually.holds(() -> repetitions.count() >= counted + 2);
                assertThat(stands(copies, 2L, 3)).isTrue();

                change(after);
                Eventually.holds(() -> stands(copies, 2L, 4));
                assertThat(probe.await(9, event -> event.key().equals(key), PATIENCE))
                        .extracting(event -> event.headers().get("ce_epoch") + "/" + event.sequence())
                        .containsExactly("1/1", "1/2", "1/3", "1/4", "1/2", "2/3", "1/4", "1/5", "2/4");
                assertThat(database.getCollection("parked_keys").countDocuments(new Document("key", key)))
                        .isZero();
            }
        }
    }

    private Document secondEvent(Document copy) {
        return new Document("id", copy.getString("lastEvent"))
                .append("seq", 2L)
                .append("type", Shop.TYPE)
                .append("topic", Topics.ORG)
                .append("aggregate", "position")
                .append("time", new Date())
                .append("data", new Binary(json("one")))
                .append("actor", "p-1");
    }

    private byte[] json(String title) {
        return "{\"positionId\":\"%s\",\"title\":\"%s\",\"headcount\":1}"
                .formatted(key, title)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Document published() {
        return new Document("_id", key).append("outbox", new Document("$size", 0));
    }

    private RawEvent old(long sequence) {
        return new RawEvent(
                UUID.randomUUID().toString(),
                "/keshi/test",
                Shop.TYPE,
                Topics.ORG,
                "position",
                key,
                sequence,
                1,
                Instant.now(),
                "p-1",
                null,
                json("no longer true"));
    }

    private boolean stands(MongoCollection<Document> copies, @Nullable Long epoch, long sequence) {
        return copies.countDocuments(new Document("_id", key)
                        .append("epoch", epoch)
                        .append("sequence", sequence)
                        .append("title", "one"))
                == 1;
    }

    private void change(ConfigurableApplicationContext service) {
        counters(service).change(key, CommandContext.of("p-1"), state -> Shop.counted(key, state));
    }

    @SuppressWarnings("unchecked")
    private static AggregateCollection<Shop.CounterDocument> counters(ConfigurableApplicationContext service) {
        return service.getBean("counters", AggregateCollection.class);
    }

    private static ConfigurableApplicationContext service(RealMongo mongo, RealKafka kafka, int epoch) {
        return new SpringApplicationBuilder(MessagingApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=restored-it",
                        "--spring.mongodb.uri=" + mongo.uri(),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrap(),
                        "--keshi.outbox.epoch=" + epoch);
    }
}
