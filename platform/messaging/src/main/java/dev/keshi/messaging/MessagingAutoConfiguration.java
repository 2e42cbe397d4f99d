package dev.keshi.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The aggregate store, its relay, and the consumer of the service's {@link EventHandlers}. */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableConfigurationProperties({OutboxSettings.class, ConsumerSettings.class})
public class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return Ids.ulid();
    }

    @Bean
    @ConditionalOnMissingBean
    MongoTransactionManager mongoTransactionManager(MongoDatabaseFactory factory) {
        return new MongoTransactionManager(
                factory,
                TransactionOptions.builder()
                        .readConcern(ReadConcern.SNAPSHOT)
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .build());
    }

    @Bean
    AggregateStore aggregateStore(
            MongoDatabaseFactory factory,
            MongoTransactionManager transactions,
            OutboxSettings settings,
            ObjectProvider<Tracer> tracer,
            Clock clock,
            Ids ids) {
        var mongo = new MongoTemplate(factory, StateConverter.create());
        var writer = new OutboxWriter(
                new EventJson(),
                new TraceContext(tracer.getIfAvailable(() -> Tracer.NOOP)),
                clock,
                ids,
                settings.cap());
        return new AggregateStore(mongo, new TransactionTemplate(transactions), writer);
    }

    @Bean
    KafkaTopics kafkaTopics(KafkaProperties kafka) {
        return new KafkaTopics(kafka.buildAdminProperties());
    }

    /** Named {@code store} among the health indicators. */
    @Bean("storeHealthIndicator")
    StorePreparation storePreparation(MongoDatabaseFactory factory, ObjectProvider<StoreIndexes> indexes) {
        return new StorePreparation(
                factory::getMongoDatabase, indexes.orderedStream().toList());
    }

    @Bean
    RelayMetrics relayMetrics(MeterRegistry registry) {
        return new RelayMetrics(registry);
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoDatabaseFactory factory,
            AggregateStore store,
            KafkaTopics topics,
            KafkaProperties kafka,
            OutboxSettings settings,
            RelayMetrics metrics,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(
                factory::getMongoDatabase,
                store,
                topics,
                producerSettings(kafka),
                settings,
                metrics,
                clock,
                "/keshi/" + service);
    }

    @Bean
    EventConsumer eventConsumer(
            MongoDatabaseFactory factory,
            KafkaTopics topics,
            KafkaProperties kafka,
            ConsumerSettings settings,
            ObjectProvider<EventHandlers> handlers,
            MeterRegistry registry,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                consumerSettings(kafka, service), new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        return new EventConsumer(
                factory::getMongoDatabase,
                consumers,
                topics,
                handlers.orderedStream().toList(),
                new EventReader(new EventJson()),
                new ConsumerMetrics(registry),
                clock,
                settings.concurrency());
    }

    private static Map<String, Object> producerSettings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        // A record that was given up while a later one of its key arrived would be a gap; so none is given up.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka, String group) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // The broker's coordinator assigns partitions and notices a dead member by its own, short session timeout.
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return settings;
    }
}
