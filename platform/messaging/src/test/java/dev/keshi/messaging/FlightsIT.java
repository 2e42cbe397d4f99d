package dev.keshi.messaging;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.keshi.contracts.Envelope;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class FlightsIT {

    private static final String ORDERS = "orders_in_flight";

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        List.of("outbox_lanes", "outbox_members", ORDERS)
                .forEach(name -> database.getCollection(name).drop());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void whatTheBrokerHasIsTakenOutOfTheDocument() {
        var flights = flights(steady());

        flights.publish(ORDERS, stored("order-1", 3));
        flights.trimAcknowledged();

        assertThat(sequences()).containsExactly("1", "2", "3");
        assertThat(pending("order-1")).isEmpty();
        assertThat(flights.lanes()).isEmpty();
    }

    @Test
    void aRelayThatWasPausedPublishesNothingOfALaneItLost() {
        var paused = replica("paused", Duration.ofSeconds(1));
        paused.renew(Set::of);
        var flights = flights(paused);
        var readBeforeThePause = stored("order-1", 3);
        var heir = replica("heir", Duration.ofMinutes(1));
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heir.held().size() < Lanes.COUNT && System.nanoTime() < deadline) {
            heir.renew(Set::of);
        }

        flights.publish(ORDERS, readBeforeThePause);
        paused.renew(Set::of);
        flights.publish(ORDERS, readBeforeThePause);
        flights.trimAcknowledged();

        assertThat(heir.held()).hasSize(Lanes.COUNT);
        assertThat(producer.history()).isEmpty();
        assertThat(pending("order-1")).hasSize(3);
    }

    @Test
    void aLeaseThatEndsInTheMiddleOfADocumentStopsItsEvents() {
        var leases = replica("slow", Duration.ofSeconds(1));
        leases.renew(Set::of);
        var slow = new SlowProducer(Duration.ofMillis(300));
        var flights = flights(leases, slow);

        flights.publish(ORDERS, stored("order-1", 20));
        flights.trimAcknowledged();

        assertThat(slow.history()).isNotEmpty().hasSizeLessThan(20);
        assertThat(pending("order-1")).hasSize(20 - slow.history().size());
        assertThat(flights.lanes()).isEmpty();
    }

    @Test
    void anEventThatCouldNotBeHandedOverIsNotOvertakenByTheNextOfItsKey() {
        var refusing = new RefusingProducer(2);
        var flights = flights(steady(), refusing);
        var read = stored("order-1", 4);

        flights.publish(ORDERS, read);
        flights.trimAcknowledged();

        assertThat(refusing.history().stream().map(FlightsIT::sequence)).containsExactly("1");
        assertThat(pending("order-1")).extracting(entry -> entry.getLong("seq")).containsExactly(2L, 3L, 4L);
        flights.publish(ORDERS, read("order-1"));
        flights.trimAcknowledged();
        assertThat(pending("order-1")).isEmpty();
    }

    @Test
    void anEventThatTheProducerThrewOutIsSentAgainAndHoldsNoLaneForEver() {
        var throwing = new ThrowingProducer();
        var flights = flights(steady(), throwing);
        var read = stored("order-1", 3);

        flights.publish(ORDERS, read);
        flights.trimAcknowledged();

        assertThat(throwing.history()).isEmpty();
        assertThat(flights.lanes()).isEmpty();
        flights.publish(ORDERS, read("order-1"));
        flights.trimAcknowledged();
        assertThat(throwing.history()).hasSize(3);
        assertThat(pending("order-1")).isEmpty();
    }

    @Test
    void noMoreIsHandedOverAtOnceThanTheProducerMayHold() {
        var silent = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        var leases = steady();
        var sweep = new OutboxSweep(database, List.of(ORDERS), leases::held);
        var flights = flights(leases, silent, sweep);
        IntStream.range(0, 12).forEach(order -> stored("order-" + order, 499));

        int most = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (silent.history().size() < 12 * 499 && System.nanoTime() < deadline) {
            sweep.step(flights::publish);
            most = Math.max(most, flights.underWay());
            while (silent.completeNext()) {}
            flights.trimAcknowledged();
        }

        assertThat(most).isEqualTo(5_000);
        assertThat(silent.history()).hasSize(12 * 499);
        assertThat(silent.history().stream()
                        .collect(groupingBy(ProducerRecord::key))
                        .values())
                .allSatisfy(events -> assertThat(events.stream().map(FlightsIT::sequence))
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 499)
                                .mapToObj(String::valueOf)
                                .toList()));
    }

    /** As KafkaProducer does it when its buffer stays full: the callback is called before {@code send} returns. */
    private static final class RefusingProducer extends MockProducer<String, byte[]> {

        private int until;

        RefusingProducer(int refused) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.until = refused;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (--until == 0) {
                var full = new BufferExhaustedException("full");
                callback.onCompletion(null, full);
                return CompletableFuture.failedFuture(full);
            }
            return super.send(record, callback);
        }
    }

    private static final class ThrowingProducer extends MockProducer<String, byte[]> {

        private boolean thrown;

        ThrowingProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (!thrown) {
                thrown = true;
                throw new KafkaException("Thrown once");
            }
            return super.send(record, callback);
        }
    }

    private static final class SlowProducer extends MockProducer<String, byte[]> {

        private final Duration pause;

        SlowProducer(Duration pause) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.pause = pause;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            LockSupport.parkNanos(pause.toNanos());
            return super.send(record, callback);
        }
    }

    private Document stored(String id, int events) {
        var document = new Document("_id", id)
                .append("lane", Lanes.of(id))
                .append(
                        "outbox",
                        LongStream.rangeClosed(1, events)
                                .mapToObj(sequence -> event(id, sequence))
                                .toList());
        database.getCollection(ORDERS).insertOne(document);
        return document;
    }

    private static Document event(String order, long sequence) {
        var time = new Date(1_700_000_000_000L);
        return new OutboxEntry(
                        order + "-" + sequence,
                        sequence,
                        "keshi.shop.ordered.v1",
                        "keshi.shop.v1",
                        "order",
                        time,
                        new Binary(new byte[] {'{', '}'}),
                        "clerk",
                        null,
                        1)
                .toDocument();
    }

    private List<String> sequences() {
        return producer.history().stream().map(FlightsIT::sequence).toList();
    }

    private static String sequence(ProducerRecord<String, byte[]> record) {
        return String.valueOf(EventEnvelope.text(record.headers(), Envelope.SEQUENCE));
    }

    private List<Document> pending(String id) {
        return read(id).getList("outbox", Document.class);
    }

    private Document read(String id) {
        return database.getCollection(ORDERS).find(new Document("_id", id)).first();
    }

    private LaneLeases steady() {
        var leases = replica("steady", Duration.ofMinutes(1));
        leases.renew(Set::of);
        return leases;
    }

    private Flights flights(LaneLeases leases) {
        return flights(leases, producer);
    }

    private Flights flights(LaneLeases leases, MockProducer<String, byte[]> to) {
        return flights(leases, to, new OutboxSweep(database, List.of(ORDERS), leases::held));
    }

    private Flights flights(LaneLeases leases, MockProducer<String, byte[]> to, OutboxSweep sweep) {
        var sender = new EventSender(to, new RelayMetrics(new SimpleMeterRegistry()), Clock.systemUTC(), "/keshi/shop");
        return new Flights(database, leases, sender, sweep, () -> {});
    }

    private LaneLeases replica(String name, Duration leaseTime) {
        var replica = new LaneLeases(database, name, leaseTime);
        replica.prepare();
        return replica;
    }
}
