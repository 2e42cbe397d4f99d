package dev.keshi.reporting.replay;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.ProducerSettings;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.StoreReadiness;
import dev.keshi.messaging.consumer.ConsumerSettings;
import dev.keshi.messaging.consumer.EffectFollower;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.replay.MongoReplays.Share;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection of replays, its indexes, its door for events, and what carries replays out. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    /** A part of a replay, as much again that is on its way, and the headers. */
    private static final long BUFFER_BYTES = 8_000_000;

    /** A replica that has died left the replay of a caller; a follower that looks less often than that needs none of it sooner. */
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(10);

    @Bean
    AggregateCollection<ReplayDocument> replays(AggregateStore store) {
        return store.collection(MongoReplays.REPLAYS, ReplayDocument.class);
    }

    @Bean
    StoreIndexes replayIndexes() {
        return MongoReplays.indexes();
    }

    @Bean
    StoreMigration replaysAreKeptUntilPublished() {
        return MongoReplays.keptUntilPublished();
    }

    @Bean
    ReplayRequests replayRequests(AggregateCollection<ReplayDocument> replays, Clock clock) {
        return new ReplayRequests(replays, clock);
    }

    /** Also what a replica that has died left is found so. */
    @Bean
    EffectFollower replaysAskedFor(ReplayRunner runner) {
        return new EffectFollower("replays", MongoReplays.REPLAYS, Duration.ofMillis(10), () -> {
            runner.wakeForServices();
            return true;
        });
    }

    @Bean
    ReplayTopics replayTopics(KafkaProperties kafka, ReplayProperties properties) {
        return new ReplayTopics(kafka.buildAdminProperties(), properties.topicPrefix());
    }

    @Bean
    SmartLifecycle replayRunnerLifecycle(ReplayRunner runner) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                runner.start();
            }

            @Override
            public void stop() {
                runner.stop();
            }

            @Override
            public boolean isRunning() {
                return runner.isRunning();
            }
        };
    }

    @Bean
    ReplayRunner replayRunner(
            MongoReplays replays,
            AggregateCollection<ReplayDocument> aggregates,
            ArchiveQueries archive,
            TopicOffsets offsets,
            ReplayTopics topics,
            StoreReadiness store,
            KafkaProperties kafka,
            ConsumerSettings settings,
            Clock clock) {
        var followed = settings.followEvery();
        return new ReplayRunner(
                replays,
                store,
                share -> new KafkaProducer<>(
                        producerSettings(kafka, share), new StringSerializer(), new ByteArraySerializer()),
                producer -> new ReplayRun(replays, aggregates, archive, offsets, topics, producer, clock),
                followed.compareTo(LOOKED_EVERY) > 0 ? followed : LOOKED_EVERY);
    }

    /** A caller may take the topic away; the replays of all others do not wait until it is back. */
    private static Map<String, Object> producerSettings(KafkaProperties kafka, Share share) {
        var settings = ProducerSettings.of(kafka);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        if (share == Share.CALLERS) {
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        }
        return settings;
    }
}
