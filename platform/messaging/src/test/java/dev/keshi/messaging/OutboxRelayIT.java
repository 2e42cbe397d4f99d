package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ValidationOptions;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

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

    private static void refuseMembers(MongoDatabase database) {
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
        return new SpringApplicationBuilder(MessagingApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=relay-it",
                        "--spring.mongodb.uri=" + mongo.uri(),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrap(),
                        "--keshi.outbox.renew-every=200ms");
    }
}
