package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ValidationOptions;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@RealInfrastructure(ownDatabase = true)
@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aRelayThatCannotTakeItsLanesAtFirstPublishesWhenItCan(
            RealMongo mongo, RealKafka kafka, EventProbe probe, CapturedOutput output) {
        try (var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            refuseMembers(database);

            try (var service = service(mongo, kafka)) {
                var id = "refused-" + UUID.randomUUID();
                counters(service).create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));
                await(output, "Lanes were not renewed");
                database.getCollection(RelayMembers.COLLECTION).drop();

                probe.awaitOne(Shop.TYPE, id, PATIENCE);
            }
        }
    }

    @Test
    void aRelayWhoseProducerCannotBeMadeAtFirstPublishesWhenItCan(RealMongo mongo, RealKafka kafka, EventProbe probe) {
        Saboteur.refusals.set(1);
        try (var service = service(mongo, kafka)) {
            var id = "made-later-" + UUID.randomUUID();
            counters(service).create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));

            probe.awaitOne(Shop.TYPE, id, PATIENCE);
        }
        assertThat(Saboteur.refusals).hasValue(0);
    }

    @Test
    void aWorkerThatDiesIsReplacedAndItsLanesAreServedAgain(RealMongo mongo, RealKafka kafka, EventProbe probe) {
        try (var service = service(mongo, kafka)) {
            var first = "first-" + UUID.randomUUID();
            counters(service).create(first, CommandContext.of("p-1"), Shop.opened(first, "窗口"));
            probe.awaitOne(Shop.TYPE, first, PATIENCE);

            Saboteur.deaths.set(1);
            var id = "deadly-" + UUID.randomUUID();
            counters(service).create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));

            probe.awaitOne(Shop.TYPE, id, PATIENCE);
        }
        assertThat(Saboteur.deaths).hasValue(0);
    }

    @Test
    void aClockThatIsHoursAheadKeepsNothingFromBeingPublished(RealMongo mongo, RealKafka kafka, EventProbe probe) {
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(30));
        try (var service = service(
                mongo,
                kafka,
                context -> context.registerBean(
                        "aheadOfTime", Clock.class, () -> ahead, definition -> definition.setPrimary(true)))) {
            var id = "ahead-" + UUID.randomUUID();
            counters(service).create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));

            probe.awaitOne(Shop.TYPE, id, PATIENCE);
        }
    }

    @Test
    void nobodyWorksOnAStoreWhoseMigrationIsRefused(RealMongo mongo, RealKafka kafka, CapturedOutput output) {
        try (var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            var changed =
                    StoreMigration.of("2026-01-01.1 counters have a colour").dropCollection("colours");
            database.getCollection("migrations")
                    .insertOne(new Document("_id", changed.id())
                            .append("status", "DONE")
                            .append("checksum", "of another text"));
            database.getCollection(RelayMembers.COLLECTION).drop();

            try (var service =
                    service(mongo, kafka, context -> context.registerBean(StoreMigration.class, () -> changed))) {
                await(output, "The service stays unready");

                var id = "unpublished-" + UUID.randomUUID();
                counters(service).create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));
                assertThat(service.getBean(StorePreparation.class).health().getDetails())
                        .containsKey("refused");
            }
            assertThat(database.listCollectionNames()).doesNotContain(RelayMembers.COLLECTION, "subscription_starts");
            assertThat(database.getCollection("counters").countDocuments(Filters.exists("outbox.0")))
                    .isPositive();
            database.getCollection("migrations").drop();
        }
    }

    /** Sits in the producer and fails it where Kafka lets an interceptor do so. */
    public static final class Saboteur implements ProducerInterceptor<String, byte[]> {

        static final AtomicInteger refusals = new AtomicInteger();
        static final AtomicInteger deaths = new AtomicInteger();

        @Override
        public void configure(Map<String, ?> settings) {
            if (isDue(refusals)) {
                throw new KafkaException("This producer is not made");
            }
        }

        @Override
        public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> event) {
            if (isDue(deaths)) {
                throw new NoClassDefFoundError("Of a damaged installation");
            }
            return event;
        }

        private static boolean isDue(AtomicInteger faults) {
            return faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }

        @Override
        public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

        @Override
        public void close() {}
    }

    private static void refuseMembers(MongoDatabase database) {
        database.getCollection(RelayMembers.COLLECTION).drop();
        database.createCollection(
                RelayMembers.COLLECTION,
                new CreateCollectionOptions()
                        .validationOptions(new ValidationOptions().validator(Filters.exists("never"))));
    }

    private static void await(CapturedOutput output, String line) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output.getAll().contains(line)) {
            assertThat(System.nanoTime()).as(line).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @SuppressWarnings("unchecked")
    private static AggregateCollection<Shop.CounterDocument> counters(ConfigurableApplicationContext service) {
        return service.getBean("counters", AggregateCollection.class);
    }

    private static ConfigurableApplicationContext service(RealMongo mongo, RealKafka kafka) {
        return service(mongo, kafka, _ -> {});
    }

    private static ConfigurableApplicationContext service(
            RealMongo mongo, RealKafka kafka, ApplicationContextInitializer<GenericApplicationContext> more) {
        return new SpringApplicationBuilder(MessagingApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(more)
                .run(
                        "--spring.application.name=relay-it",
                        "--spring.mongodb.uri=" + mongo.uri(),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrap(),
                        "--spring.kafka.producer.properties.interceptor.classes=" + Saboteur.class.getName(),
                        "--keshi.outbox.renew-every=200ms");
    }
}
