package dev.keshi.events.client.spring;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.DeadLetters;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.ParkedKey;
import dev.keshi.events.client.ReceivedEvent;
import dev.keshi.events.client.Retries;
import dev.keshi.events.client.SubscriberStore;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealInfrastructure
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:spring-subscriber;DB_CLOSE_DELAY=-1",
            "spring.sql.init.schema-locations=classpath:spring-subscriber.sql",
            "keshi.events.concurrency=2"
        })
class SpringSubscriberIT {

    private static final String NAME = "spring-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

    @Autowired
    JdbcClient database;

    @Autowired
    EventSubscriptions subscriptions;

    @Autowired
    SubscriberStore<JdbcClient> store;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private RealKafka kafka;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Subscriber {

        @Bean
        EventSubscription<JdbcClient> names(SubscriberStore<JdbcClient> store) {
            return EventSubscription.named(NAME)
                    .remembering(store)
                    .retries(new Retries(3, Duration.ofMillis(10), Duration.ofMillis(20)))
                    .on(DepartmentRenamedV1.class, Subscriber::note);
        }

        private static void note(ReceivedEvent<DepartmentRenamedV1> event, JdbcClient transaction) {
            transaction
                    .sql("insert into names (department, name) values (?, ?)")
                    .params(event.key(), event.data().name())
                    .update();
            if (BROKEN.contains(event.key())) {
                throw new IllegalStateException("no room");
            }
            if (event.key().endsWith("interrupted")) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted, as it is usually said");
            }
            if (event.key().endsWith("error")) {
                throw new Error("its own");
            }
        }
    }

    @BeforeEach
    void topics(RealKafka real) {
        kafka = real;
        Topics.LAYOUTS.forEach(layout -> real.createTopic(layout.topic(), layout.partitions()));
    }

    @Test
    void repetitionsChangeNothing() {
        publish("a", 1, 3);
        publish("a", 1, 3);
        publish("a", 4, 4);

        eventually(() -> assertThat(names("a")).isEqualTo(upTo(4)));
    }

    @Test
    void whatFailsIsParkedWithThoseBehindItAndComesBackInOrder() {
        BROKEN.add(run + "bad");
        publish("bad", 1, 3);
        publish("good", 1, 3);
        eventually(() -> assertThat(names("good")).isEqualTo(upTo(3)));
        eventually(() -> assertThat(parked()).singleElement().satisfies(key -> {
            assertThat(key.letters()).isEqualTo(3);
            assertThat(key.reason()).contains("no room");
        }));
        assertThat(names("bad")).isEmpty();

        BROKEN.clear();
        publish("bad", 4, 5);
        eventually(() -> assertThat(parked())
                .singleElement()
                .extracting(ParkedKey::letters)
                .isEqualTo(5));
        assertThat(deadLetters().redrive(Topics.ORG, run + "bad").released()).isTrue();
        publish("bad", 6, 6);

        eventually(() -> assertThat(names("bad")).isEqualTo(upTo(6)));
    }

    @Test
    void poisonStopsNoNeighbour() {
        send("poison", 1, "{", true);
        send("nameless", 1, json("nameless", 1), false);
        publish("healthy", 1, 2);

        eventually(() -> assertThat(names("healthy")).isEqualTo(upTo(2)));
        eventually(() -> assertThat(parked())
                .extracting(ParkedKey::key)
                .containsExactlyInAnyOrder(run + "poison", run + "nameless"));
    }

    @Test
    void aHandlerThatLeavesItsThreadInterruptedOrThrowsAnErrorFailsAlone() {
        publish("interrupted", 1, 1);
        publish("error", 1, 1);
        publish("sound", 1, 2);

        eventually(() -> assertThat(names("sound")).isEqualTo(upTo(2)));
        eventually(() -> assertThat(parked())
                .extracting(ParkedKey::key)
                .containsExactlyInAnyOrder(run + "interrupted", run + "error"));
    }

    /** The container would give its handlers ten seconds to end, and this one waits for the container. */
    @Test
    void aHandlerThatClosesItsContainerDoesNotWaitForItself() {
        var own = "closing-" + run;
        kafka.createTopic(own, 1);
        var container = new AtomicReference<SubscriptionContainer<JdbcClient>>();
        var took = new AtomicReference<Duration>();
        var closing = EventSubscription.named(own)
                .remembering(store)
                .alsoFrom(own)
                .on(DepartmentRenamedV1.class, (event, _) -> {
                    if (event.topic().equals(own)) {
                        long start = System.nanoTime();
                        container.get().close();
                        took.set(Duration.ofNanos(System.nanoTime() - start));
                    }
                });
        container.set(SubscriptionContainer.start(
                closing, Map.of("bootstrap.servers", kafka.bootstrap()), own + ".dead-letters", 1));
        send(own, "last", 1, json("last", 1), true);

        eventually(() -> assertThat(took.get()).isNotNull());
        assertThat(took.get()).isLessThan(Duration.ofSeconds(9));
        container.get().close();
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheReadingForAllToSee() {
        var own = "exhausted-" + run;
        kafka.createTopic(own, 1);
        var exhausted = EventSubscription.named(own)
                .remembering(store)
                .alsoFrom(own)
                .on(DepartmentRenamedV1.class, (event, _) -> {
                    if (event.topic().equals(own)) {
                        throw new OutOfMemoryError("a big array");
                    }
                });
        var container = SubscriptionContainer.start(
                exhausted, Map.of("bootstrap.servers", kafka.bootstrap()), own + ".dead-letters", 2);
        try {
            assertThat(container.isReading()).isTrue();
            send(own, "last", 1, json("last", 1), true);

            eventually(() -> assertThat(container.isReading()).isFalse());
        } finally {
            container.close();
        }
        assertThat(subscriptions.isReading(NAME)).isTrue();
        assertThat(subscriptions.isReading(own)).isFalse();
    }

    private DeadLetters deadLetters() {
        return subscriptions.deadLetters(NAME);
    }

    private List<ParkedKey> parked() {
        return deadLetters().parkedKeys().stream()
                .filter(key -> key.key().startsWith(run))
                .toList();
    }

    private List<String> names(String department) {
        return database.sql("select name from names where department = ? order by place")
                .param(run + department)
                .query(String.class)
                .list();
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> "name-" + number)
                .toList();
    }

    private void publish(String department, int first, int last) {
        for (int sequence = first; sequence <= last; sequence++) {
            send(department, sequence, json(department, sequence), true);
        }
    }

    private String json(String department, int sequence) {
        return "{\"departmentId\": \"%s\", \"name\": \"name-%d\", \"effectiveOn\": \"2026-11-21\"}"
                .formatted(run + department, sequence);
    }

    private void send(String department, int sequence, String json, boolean typed) {
        send(Topics.ORG, department, sequence, json, typed);
    }

    private void send(String topic, String department, int sequence, String json, boolean typed) {
        var key = run + department;
        var record = new ProducerRecord<>(topic, bytes(key), bytes(json));
        if (typed) {
            record.headers().add("ce_type", bytes("keshi.org.department-renamed.v1"));
        }
        Map.of(
                        "ce_id",
                        key + "-" + sequence,
                        "ce_subject",
                        "department/" + key,
                        "ce_time",
                        "2026-11-21T08:00:00Z",
                        "ce_sequence",
                        Integer.toString(sequence),
                        "ce_epoch",
                        "0",
                        "ce_actor",
                        "p-1")
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
