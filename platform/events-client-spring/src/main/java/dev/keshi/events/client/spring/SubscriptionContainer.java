package dev.keshi.events.client.spring;

import dev.keshi.events.client.EventClient;
import dev.keshi.events.client.EventDelivery;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.HandlingFailed;
import dev.keshi.events.client.KafkaDeadLetterOffice;
import dev.keshi.events.client.StoreUnavailable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** One subscription in a container of Spring Kafka: the container polls, tries again and commits; the delivery is the client's. */
final class SubscriptionContainer<T>
        implements MessageListener<byte[], byte[]>, ConsumerRebalanceListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionContainer.class);
    private static final long FOLLOW_MILLIS = 500;

    private final String name;
    private final KafkaDeadLetterOffice office;
    private final EventDelivery<T> delivery;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Set<Thread> handling = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService follower =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private SubscriptionContainer(
            EventSubscription<T> subscription, Map<String, Object> kafka, String deadLetterTopic, int concurrency) {
        this.name = subscription.name();
        this.office = KafkaDeadLetterOffice.of(subscription, kafka, deadLetterTopic);
        this.delivery = new EventDelivery<>(subscription, office);
        var properties = new ContainerProperties(subscription.topics().toArray(String[]::new));
        properties.setGroupId(subscription.name());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener(this);
        properties.setConsumerRebalanceListener(this);
        this.container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(EventClient.consumerSettings(subscription, kafka)), properties);
        container.setBeanName("keshi-events-" + subscription.name());
        container.setConcurrency(concurrency);
        container.setCommonErrorHandler(InPlaceRetries.of(subscription.retries(), delivery));
    }

    static <T> SubscriptionContainer<T> start(
            EventSubscription<T> subscription, Map<String, Object> kafka, String deadLetterTopic, int concurrency) {
        var started = new SubscriptionContainer<>(subscription, kafka, deadLetterTopic, concurrency);
        started.container.start();
        started.follower.scheduleWithFixedDelay(
                repeatedly(() -> started.office.follow(started::isMine)),
                FOLLOW_MILLIS,
                FOLLOW_MILLIS,
                TimeUnit.MILLISECONDS);
        return started;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> record) {
        office.beReady();
        handling.add(Thread.currentThread());
        try {
            delivery.deliver(record);
        } catch (HandlingFailed failed) {
            throw new FailedAttempt(failed);
        } finally {
            handling.remove(Thread.currentThread());
            // A handler that leaves the thread interrupted would break the container's polls, again and again.
            Thread.interrupted();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        office.partitionsCame();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // The container commits what was handled.
    }

    /**
     * A task that is repeated whatever it throws: an executor gives up, without a word, one that fails once, and the keys that somebody
     * else frees would then stay parked here.
     */
    static Runnable repeatedly(Runnable follow) {
        return () -> {
            try {
                follow.run();
            } catch (StoreUnavailable | KafkaException away) {
                log.info("Parked keys wait, {}", away.toString());
            } catch (Throwable unexpected) {
                log.warn("Parked keys could not be looked after, which is tried again", unexpected);
            }
        };
    }

    private boolean isMine(TopicPartition partition) {
        var assigned = container.getAssignedPartitions();
        return assigned != null && assigned.contains(partition);
    }

    String name() {
        return name;
    }

    /** An error of the virtual machine ends the consumer in which it happened, and then the one that takes over. */
    boolean isReading() {
        return container.getContainers().stream().anyMatch(MessageListenerContainer::isRunning);
    }

    /** Waits until the handlers at work have ended; unless one of them calls it, which then ends first. */
    @Override
    public void close() {
        follower.shutdownNow();
        if (handling.contains(Thread.currentThread())) {
            container.stop(office::close);
        } else {
            container.stop();
            office.close();
        }
    }

    /** A failed attempt, as Spring Kafka's listeners may throw it. */
    static final class FailedAttempt extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HandlingFailed failure;

        FailedAttempt(HandlingFailed failure) {
            super(failure);
            this.failure = failure;
        }

        HandlingFailed failure() {
            return failure;
        }
    }
}
