package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Here no sweep comes to the rescue: what nobody rang for would not be published within the test's patience. */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {
            "spring.application.name=replicas-it",
            "keshi.outbox.sweep-every=1h",
            "keshi.outbox.renew-every=200ms"
        })
class RelayReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 200;

    @Autowired
    private AggregateCollection<Shop.CounterDocument> counters;

    @Autowired
    private AggregateStore store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Environment environment;

    @Test
    void whatOneWritesIsPublishedByWhoeverHoldsTheLane(EventProbe probe) throws InterruptedException {
        arePublished(write(counters), probe);
        arePublished(store.inTransaction(() -> write(counters)), probe);

        try (var second = replica()) {
            awaitMembers(2);
            arePublished(write(counters), probe);
            arePublished(write(typed(second.getBean("counters", AggregateCollection.class))), probe);
        }

        awaitMembers(1);
        arePublished(write(counters), probe);
        assertThat(probe.sequences())
                .allSatisfy((_, sequences) -> assertThat(sequences).containsExactly(1L));
    }

    @SuppressWarnings("unchecked")
    private static AggregateCollection<Shop.CounterDocument> typed(AggregateCollection<?> counters) {
        return (AggregateCollection<Shop.CounterDocument>) counters;
    }

    private ConfigurableApplicationContext replica() {
        var settings = List.of(
                "spring.application.name",
                "spring.mongodb.uri",
                "spring.kafka.bootstrap-servers",
                "keshi.outbox.sweep-every",
                "keshi.outbox.renew-every");
        return new SpringApplicationBuilder(MessagingApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings.stream()
                        .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                        .toArray(String[]::new));
    }

    private static Set<String> write(AggregateCollection<Shop.CounterDocument> counters) {
        var ids = new TreeSet<String>();
        IntStream.range(0, MANY).forEach(_ -> {
            var id = "replica-" + UUID.randomUUID();
            counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));
            ids.add(id);
        });
        return ids;
    }

    private static void arePublished(Set<String> ids, EventProbe probe) {
        assertThat(probe.await(ids.size(), event -> ids.contains(event.key()), PATIENCE))
                .hasSize(ids.size());
    }

    private void awaitMembers(int count) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (mongo.getCollection("outbox_members").countDocuments() != count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
