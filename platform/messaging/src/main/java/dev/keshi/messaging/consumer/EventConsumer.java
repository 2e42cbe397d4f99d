package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.KafkaTopics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads the topics that the service's {@link EventHandlers} want, in one consumer group named after the service, and
 * hands each batch to them. Offsets are committed after the batch was written. When MongoDB is away the batch is tried
 * again until it is back; only a record's own failure parks it.
 */
final class EventConsumer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    private static final long RETRY_MILLIS = 1_000;

    private final Supplier<MongoDatabase> mongo;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTopics topics;
    private final List<Subscription> subscriptions;
    private final Set<String> topicsToRead;
    private final EventReader reader;
    private final ConsumerMetrics metrics;
    private final Clock clock;
    private final int concurrency;

    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;
    private @Nullable Thread starter;
    private volatile boolean running;

    EventConsumer(
            Supplier<MongoDatabase> mongo,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTopics topics,
            List<EventHandlers> handlers,
            EventReader reader,
            ConsumerMetrics metrics,
            Clock clock,
            int concurrency) {
        this.mongo = mongo;
        this.consumers = consumers;
        this.topics = topics;
        this.subscriptions =
                handlers.stream().flatMap(some -> some.subscriptions().stream()).toList();
        this.topicsToRead = subscriptions.stream()
                .filter(Subscription::reads)
                .flatMap(subscription -> subscription.topics().stream())
                .collect(Collectors.toSet());
        this.reader = reader;
        this.metrics = metrics;
        this.clock = clock;
        this.concurrency = concurrency;
        requireDistinctNames();
    }

    private void requireDistinctNames() {
        var names = new HashSet<String>();
        subscriptions.forEach(subscription -> {
            if (!names.add(subscription.name())) {
                throw new IllegalStateException("Two event handlers are named " + subscription.name());
            }
        });
    }

    @Override
    public void start() {
        running = true;
        if (!subscriptions.isEmpty()) {
            starter = Thread.ofVirtual().name("event-consumer-start").start(this::listen);
        }
    }

    private void listen() {
        if (!topics.ensure(() -> running)) {
            return;
        }
        var wanted = subscriptions.stream()
                .flatMap(subscription -> subscription.topics().stream())
                .distinct()
                .toArray(String[]::new);
        var properties = new ContainerProperties(wanted);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) batch(mongo.get())::handle);
        var fresh = new ConcurrentMessageListenerContainer<>(consumers, properties);
        fresh.setBeanName("events");
        fresh.setConcurrency(concurrency);
        fresh.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        synchronized (this) {
            if (running) {
                container = fresh;
                fresh.start();
            }
        }
    }

    private Batch batch(MongoDatabase database) {
        var deadLetters = new DeadLetters(database, metrics, clock);
        return new Batch(
                deadLetters,
                new ProjectionWriter(database, deadLetters, metrics),
                new EffectWriter(database, deadLetters, metrics));
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (starter != null) {
            starter.interrupt();
        }
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server and before the relay. */
    @Override
    public int getPhase() {
        return 1_000;
    }

    private final class Batch {

        private final DeadLetters deadLetters;
        private final ProjectionWriter projections;
        private final EffectWriter effects;

        Batch(DeadLetters deadLetters, ProjectionWriter projections, EffectWriter effects) {
            this.deadLetters = deadLetters;
            this.projections = projections;
            this.effects = effects;
        }

        void handle(List<ConsumerRecord<String, byte[]>> records) {
            var opened = opened(records);
            boolean anyParked = deadLetters.any();
            var understood = understood(records, opened, anyParked);
            for (var subscription : subscriptions) {
                var events = subscription.reads() ? understood : List.copyOf(opened.values());
                var wanted = notParked(
                        subscription.name(),
                        events.stream()
                                .filter(incoming -> subscription.wants(incoming.raw()))
                                .toList(),
                        anyParked);
                switch (subscription) {
                    case Subscription.ToProjection projection -> projections.write(projection, wanted);
                    case Subscription.ToEffects toEffects -> effects.write(toEffects, wanted);
                }
            }
        }

        /** Those with an envelope; whoever needs no more gets them, even when the value cannot be read. */
        private Map<ConsumerRecord<String, byte[]>, Incoming> opened(List<ConsumerRecord<String, byte[]>> records) {
            var opened = new LinkedHashMap<ConsumerRecord<String, byte[]>, Incoming>();
            for (var record : records) {
                try {
                    opened.put(record, new Incoming(record, reader.open(record), null));
                } catch (EventReader.Unreadable never) {
                    log.debug("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), never.getMessage());
                }
            }
            return opened;
        }

        private List<Incoming> understood(
                List<ConsumerRecord<String, byte[]>> all,
                Map<ConsumerRecord<String, byte[]>, Incoming> opened,
                boolean anyParked) {
            var records = all.stream()
                    .filter(record -> topicsToRead.contains(record.topic()) || !opened.containsKey(record))
                    .toList();
            var parked = new HashMap<String, Set<String>>();
            if (anyParked) {
                records.stream()
                        .collect(Collectors.groupingBy(ConsumerRecord::topic))
                        .forEach((topic, some) -> parked.put(
                                topic,
                                deadLetters.parked(
                                        DeadLetters.READER,
                                        topic,
                                        some.stream()
                                                .map(DeadLetters::key)
                                                .distinct()
                                                .toList())));
            }
            var events = new ArrayList<Incoming>(records.size());
            for (var record : records) {
                var held = parked.computeIfAbsent(record.topic(), _ -> new HashSet<>());
                if (held.contains(DeadLetters.key(record))) {
                    deadLetters.park(DeadLetters.READER, record, DeadLetters.BEHIND);
                    continue;
                }
                try {
                    var envelope = opened.get(record);
                    var raw = envelope == null ? reader.open(record) : envelope.raw();
                    events.add(new Incoming(record, raw, reader.read(raw)));
                } catch (EventReader.Unreadable never) {
                    deadLetters.park(DeadLetters.READER, record, String.valueOf(never.getMessage()));
                    held.add(DeadLetters.key(record));
                }
            }
            return events;
        }

        private List<Incoming> notParked(String subscription, List<Incoming> events, boolean anyParked) {
            if (events.isEmpty() || !anyParked) {
                return events;
            }
            var free = new ArrayList<Incoming>(events.size());
            events.stream()
                    .collect(Collectors.groupingBy(incoming -> incoming.raw().topic()))
                    .forEach((topic, some) -> {
                        var parked = deadLetters.parked(
                                subscription,
                                topic,
                                some.stream().map(Incoming::key).distinct().toList());
                        some.forEach(incoming -> {
                            if (parked.contains(incoming.key())) {
                                deadLetters.park(subscription, incoming.record(), DeadLetters.BEHIND);
                            } else {
                                free.add(incoming);
                            }
                        });
                    });
            return free;
        }
    }
}
