package dev.keshi.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.migration.StoreMigrations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The aggregate store, its relay, and the consumer of the service's {@link EventHandlers}. */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableConfigurationProperties(OutboxSettings.class)
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
                new EventJson(), new TraceContext(tracer.getIfAvailable(() -> Tracer.NOOP)), clock, ids, settings);
        return new AggregateStore(mongo, new TransactionTemplate(transactions), writer);
    }

    @Bean
    KafkaTopics kafkaTopics(KafkaProperties kafka, @Value("${spring.application.name}") String service) {
        return new KafkaTopics(kafka.buildAdminProperties(), service);
    }

    /** Named {@code store} among the health indicators. */
    @Bean("storeHealthIndicator")
    StorePreparation storePreparation(
            MongoDatabaseFactory factory,
            ObjectProvider<StoreMigration> migrations,
            ObjectProvider<StoreIndexes> indexes) {
        return new StorePreparation(
                factory::getMongoDatabase,
                new StoreMigrations(migrations.orderedStream().toList()),
                indexes.orderedStream().toList());
    }

    @Bean
    RelayMetrics relayMetrics(MeterRegistry registry) {
        return new RelayMetrics(registry);
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoDatabaseFactory factory,
            StoreReadiness readiness,
            AggregateStore store,
            KafkaTopics topics,
            KafkaProperties kafka,
            OutboxSettings settings,
            RelayMetrics metrics,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(
                factory::getMongoDatabase,
                readiness,
                store,
                topics,
                ProducerSettings.of(kafka),
                settings,
                metrics,
                clock,
                "/keshi/" + service);
    }
}
