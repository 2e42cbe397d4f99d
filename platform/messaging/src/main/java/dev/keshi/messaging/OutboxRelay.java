package dev.keshi.messaging;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Publishes the events that wait in aggregate documents, for as long as the service runs; without aggregates it does nothing. */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long GAUGE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long BEGIN_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<MongoDatabase> mongo;
    private final StoreReadiness readiness;
    private final AggregateStore store;
    private final KafkaTopics topics;
    private final Map<String, Object> producerSettings;
    private final OutboxSettings settings;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final String source;

    private @Nullable Thread thread;
    private volatile boolean running;

    OutboxRelay(
            Supplier<MongoDatabase> mongo,
            StoreReadiness readiness,
            AggregateStore store,
            KafkaTopics topics,
            Map<String, Object> producerSettings,
            OutboxSettings settings,
            RelayMetrics metrics,
            Clock clock,
            String source) {
        this.mongo = mongo;
        this.readiness = readiness;
        this.store = store;
        this.topics = topics;
        this.producerSettings = producerSettings;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.source = source;
    }

    @Override
    public void start() {
        running = true;
        if (!store.collections().isEmpty()) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    /** Begins anew, with other lanes, after whatever it did not survive. */
    private void run() {
        while (running) {
            try {
                publish();
            } catch (RuntimeException | Error failure) {
                log.error("The relay begins again after: {}", failure.toString());
                LockSupport.parkNanos(BEGIN_AGAIN_NANOS);
            }
        }
    }

    /** Lanes are given back last: what is still on its way is with the producer until that is closed. */
    private void publish() {
        var database = mongo.get();
        var leases = new LaneLeases(database, UUID.randomUUID().toString(), settings.leaseTime());
        if (!prepare(database, leases)) {
            return;
        }
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer())) {
            publish(database, leases, producer);
        } finally {
            releaseQuietly(leases);
        }
    }

    private void publish(MongoDatabase database, LaneLeases leases, Producer<String, byte[]> producer) {
        var workers = workers(database, leases, producer);
        var doorbell = new OutboxDoorbell(
                database,
                store.collections(),
                document -> ring(workers, leases, document),
                () -> workers.forEach(RelayWorker::sweepSoon),
                metrics);
        store.ownWrites().listen(document -> ring(workers, leases, document));
        var threads = new ArrayList<Thread>();
        try {
            workers.forEach(worker -> threads.add(
                    Thread.ofPlatform().name("outbox-worker-", threads.size()).start(worker)));
            keepLeases(database, leases, workers, threads, doorbell);
        } finally {
            doorbell.close();
            workers.forEach(RelayWorker::stop);
            threads.forEach(OutboxRelay::join);
        }
    }

    /** Lease documents, the index of what is pending, and the topics; tried until MongoDB and Kafka answer. */
    private boolean prepare(MongoDatabase database, LaneLeases leases) {
        if (!readiness.await(() -> running)) {
            return false;
        }
        while (running) {
            try {
                leases.prepare();
                store.collections().forEach(name -> OutboxBacklog.prepare(database.getCollection(name)));
                return topics.ensure(() -> running);
            } catch (RuntimeException failure) {
                log.warn("The relay waits for MongoDB: {}", failure.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
        return false;
    }

    private List<RelayWorker> workers(MongoDatabase database, LaneLeases leases, Producer<String, byte[]> producer) {
        var sender = new EventSender(producer, metrics, clock, source);
        var workers = new ArrayList<RelayWorker>();
        for (int number = 0; number < settings.workers(); number++) {
            workers.add(new RelayWorker(database, store.collections(), leases, sender, number, settings.workers()));
        }
        return workers;
    }

    private void keepLeases(
            MongoDatabase database,
            LaneLeases leases,
            List<RelayWorker> workers,
            List<Thread> threads,
            OutboxDoorbell doorbell) {
        long sweepAt = System.nanoTime() + settings.sweepEvery().toNanos();
        long gaugeAt = System.nanoTime() + settings.renewEvery().toNanos();
        while (running) {
            if (!threads.stream().allMatch(Thread::isAlive)) {
                throw new IllegalStateException("A worker has ended, and nobody publishes for its lanes");
            }
            try {
                boolean gained = renew(leases, workers, doorbell);
                if (gained || System.nanoTime() - sweepAt >= 0) {
                    workers.forEach(RelayWorker::sweepSoon);
                    sweepAt = System.nanoTime() + settings.sweepEvery().toNanos();
                }
                if (System.nanoTime() - gaugeAt >= 0) {
                    var backlog = OutboxBacklog.of(database, store.collections(), clock);
                    metrics.waiting(backlog.documents(), backlog.oldestMillis());
                    gaugeAt = System.nanoTime() + GAUGE_EVERY_NANOS;
                }
            } catch (RuntimeException failure) {
                log.warn("Lanes were not renewed: {}", failure.toString());
            }
            LockSupport.parkNanos(settings.renewEvery().toNanos());
        }
    }

    /** @return whether there are lanes that are new to this replica */
    private static boolean renew(LaneLeases leases, List<RelayWorker> workers, OutboxDoorbell doorbell) {
        boolean gained = !leases.renew(() -> busyLanes(workers)).isEmpty();
        if (leases.isAlone()) {
            doorbell.close();
        } else {
            doorbell.open();
        }
        return gained;
    }

    private static void ring(List<RelayWorker> workers, LaneLeases leases, Pending document) {
        if (leases.holds(document.lane())) {
            workers.stream().filter(worker -> worker.serves(document.lane())).forEach(worker -> worker.ring(document));
        }
    }

    private static Set<Integer> busyLanes(List<RelayWorker> workers) {
        var busy = new HashSet<Integer>();
        workers.forEach(worker -> busy.addAll(worker.busyLanes()));
        return busy;
    }

    private static void releaseQuietly(LaneLeases leases) {
        try {
            leases.release();
        } catch (RuntimeException failure) {
            log.warn("Lanes were not given back, others wait for the lease to run out: {}", failure.toString());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        var relay = thread;
        if (relay != null) {
            LockSupport.unpark(relay);
            join(relay);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Below the web server and the listeners: what they still wrote at a graceful stop is published. */
    @Override
    public int getPhase() {
        return 0;
    }
}
