package dev.keshi.messaging.consumer;

import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.EventJson;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.KafkaTopics;
import dev.keshi.messaging.MessagingAutoConfiguration;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.StoreReadiness;
import dev.keshi.messaging.migration.StoreMigration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** What a service needs to apply events: one consumer for all its handlers. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@EnableConfigurationProperties(ConsumerSettings.class)
public class ConsumerAutoConfiguration {

    @Bean
    Subscriptions subscriptions(ObjectProvider<EventHandlers> handlers) {
        return Subscriptions.of(handlers.orderedStream().toList());
    }

    @Bean
    ConsumerMetrics consumerMetrics(MeterRegistry registry) {
        return new ConsumerMetrics(registry);
    }

    @Bean
    StoreIndexes deadLetterIndexes() {
        return DeadLetters.indexes();
    }

    @Bean
    ParkedKeys parkedKeys(
            MongoDatabaseFactory factory, Subscriptions subscriptions, ConsumerMetrics metrics, Clock clock) {
        return new ParkedKeys(
                factory::getMongoDatabase, subscriptions, new EventReader(new EventJson()), metrics, clock);
    }

    @Bean
    TopicOffsets topicOffsets(
            KafkaProperties kafka, Subscriptions subscriptions, @Value("${spring.application.name}") String service) {
        return new TopicOffsets(kafka.buildAdminProperties(), service, subscriptions.topics());
    }

    @Bean
    StoreIndexes rebuildIndexes() {
        return Rebuilds.indexes().andExpiry(ReplayRequests.COLLECTION, "state.expiresAt", Duration.ZERO);
    }

    /** The index before it did not look whether everything had been published. */
    @Bean
    StoreMigration replayRequestsAreKeptUntilPublished() {
        return StoreMigration.of("2026-11-21.2 replay requests are kept until published")
                .dropIndex(ReplayRequests.COLLECTION, "state.expiresAt_1");
    }

    @Bean
    Rebuilds rebuilds(
            AggregateStore store, MongoDatabaseFactory factory, Subscriptions subscriptions, Ids ids, Clock clock) {
        return new Rebuilds(
                store.collection(Rebuilds.COLLECTION, RebuildDocument.class),
                factory::getMongoDatabase,
                subscriptions,
                ids,
                clock);
    }

    @Bean
    Recovery recovery(
            MongoDatabaseFactory factory,
            StoreReadiness readiness,
            AggregateStore store,
            Subscriptions subscriptions,
            ParkedKeys parkedKeys,
            Rebuilds rebuilds,
            TopicOffsets offsets,
            ConsumerMetrics metrics,
            ConsumerSettings settings,
            Ids ids,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        var requests = new ReplayRequests(
                store.collection(ReplayRequests.COLLECTION, ReplayRequestDocument.class),
                KafkaTopics.replaysOf(service).topic(),
                KafkaTopics.of(service),
                clock);
        return new Recovery(
                factory::getMongoDatabase,
                readiness,
                subscriptions,
                parkedKeys,
                rebuilds,
                requests,
                offsets,
                metrics,
                settings,
                ids,
                clock);
    }

    @Bean
    EventConsumer eventConsumer(
            MongoDatabaseFactory factory,
            StoreReadiness readiness,
            KafkaTopics topics,
            Recovery recovery,
            KafkaProperties kafka,
            ConsumerSettings settings,
            Subscriptions subscriptions,
            ConsumerMetrics metrics,
            EffectsDoorbell doorbell,
            MeterRegistry registry,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        var consumers = new BoundedConsumers(consumerSettings(kafka, service));
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        return new EventConsumer(
                factory::getMongoDatabase,
                consumers,
                readiness,
                topics,
                subscriptions,
                new EventReader(new EventJson()),
                metrics,
                doorbell,
                recovery,
                KafkaTopics.replaysOf(service).topic(),
                clock,
                settings.concurrency());
    }

    @Bean
    EffectsDoorbell effectsDoorbell() {
        return new EffectsDoorbell();
    }

    @Bean
    EffectFollowing effectFollowing(
            ObjectProvider<EffectFollower> followers,
            EffectsDoorbell doorbell,
            StoreReadiness readiness,
            ConsumerSettings settings) {
        return new EffectFollowing(followers.orderedStream().toList(), doorbell, readiness, settings.followEvery());
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka, String group) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // The broker's coordinator assigns partitions and notices a dead member by its own, short session timeout.
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Keshi writes without transactions; whoever else does must not be heard before he means it.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return settings;
    }
}
