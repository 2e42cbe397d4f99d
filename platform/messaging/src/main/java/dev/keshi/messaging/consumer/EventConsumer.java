package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.KafkaTopics;
import dev.keshi.messaging.StoreReadiness;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
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
    private static final long IDLE_MILLIS = 3_000;

    private final Supplier<MongoDatabase> mongo;
    private final ConsumerFactory<String, byte[]> consumers;
    private final StoreReadiness store;
    private final KafkaTopics topics;
    private final Subscriptions subscriptions;
    private final EventReader reader;
    private final ConsumerMetrics metrics;
    private final EffectsDoorbell doorbell;
    private final Recovery recovery;
    private final String replayTopic;
    private final Clock clock;
    private final int concurrency;

    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;
    private @Nullable Thread starter;
    private volatile boolean running;

    EventConsumer(
            Supplier<MongoDatabase> mongo,
            ConsumerFactory<String, byte[]> consumers,
            StoreReadiness store,
            KafkaTopics topics,
            Subscriptions subscriptions,
            EventReader reader,
            ConsumerMetrics metrics,
            EffectsDoorbell doorbell,
            Recovery recovery,
            String replayTopic,
            Clock clock,
            int concurrency) {
        this.mongo = mongo;
        this.consumers = consumers;
        this.store = store;
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.metrics = metrics;
        this.doorbell = doorbell;
        this.recovery = recovery;
        this.replayTopic = replayTopic;
        this.clock = clock;
        this.concurrency = concurrency;
    }

    @Override
    public void start() {
        running = true;
        if (!subscriptions.all().isEmpty()) {
            starter = Thread.ofVirtual().name("event-consumer-start").start(this::listen);
        }
    }

    private void listen() {
        if (store.await(() -> running) && topics.ensure(() -> running) && startsChecked()) {
            while (running && !isListening()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
            }
        }
    }

    /** What keeps a consumer from being made may pass: a name that is not known yet, a certificate that is being replaced. */
    private boolean isListening() {
        ConcurrentMessageListenerContainer<String, byte[]> fresh = null;
        try {
            fresh = container();
            synchronized (this) {
                if (running) {
                    fresh.start();
                    container = fresh;
                }
            }
            return true;
        } catch (RuntimeException failure) {
            log.warn("Events wait for a consumer", failure);
            if (fresh != null) {
                // Some of its consumers may have begun.
                fresh.stop();
            }
            return false;
        }
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container() {
        var deadLetters = new DeadLetters(mongo.get(), metrics, clock);
        var dispatcher = new EventDispatcher(mongo.get(), subscriptions, reader, deadLetters, metrics, doorbell);
        var receiver = recovery.receiver(reader);
        var passedOver = ThreadLocal.withInitial(PassedOver::new);
        var properties = new ContainerProperties(topicsToListenTo());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setAuthExceptionRetryInterval(Duration.ofMillis(RETRY_MILLIS));
        properties.setIdlePartitionEventInterval(IDLE_MILLIS);
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                partitions.forEach(passedOver.get()::lost);
            }
        });
        properties.setMessageListener((BatchMessageListener<String, byte[]>) records -> {
            passedOver.get().handedOut(records);
            var replayed = records.stream()
                    .filter(record -> record.topic().equals(replayTopic))
                    .toList();
            if (replayed.size() < records.size()) {
                dispatcher.handle(replayed.isEmpty() ? records : without(replayTopic, records));
            }
            if (!replayed.isEmpty()) {
                receiver.handle(replayed);
            }
        });
        var fresh = new ConcurrentMessageListenerContainer<>(consumers, properties);
        fresh.setBeanName("events");
        fresh.setConcurrency(concurrency);
        fresh.setCommonErrorHandler(patient());
        fresh.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerPartitionIdleEvent idle) {
                passedOver.get().idle(idle.getConsumer(), idle.getTopicPartition());
            }
        });
        return fresh;
    }

    /** Some exceptions are by default logged and their records committed as if they had been handled. None is here. */
    private static DefaultErrorHandler patient() {
        var errors = new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        errors.setClassifications(Map.of(Throwable.class, true), true);
        return errors;
    }

    private static List<ConsumerRecord<String, byte[]>> without(
            String topic, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> !record.topic().equals(topic)).toList();
    }

    /** Whoever needs no contract records keeps nothing that could miss some. */
    private String[] topicsToListenTo() {
        var own = subscriptions.topicsToRead().isEmpty() ? Stream.<String>empty() : Stream.of(replayTopic);
        return Stream.concat(subscriptions.topics().stream(), own).toArray(String[]::new);
    }

    /** As long as MongoDB or Kafka is away, nothing is read. */
    private boolean startsChecked() {
        while (running) {
            try {
                recovery.starts().check();
                return true;
            } catch (RuntimeException failure) {
                log.warn("Events wait: {}", failure.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
            }
        }
        return false;
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
}
