package dev.keshi.service.operations;

import com.mongodb.client.model.Filters;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.ConsumerAutoConfiguration;
import dev.keshi.messaging.consumer.ParkedKeys;
import dev.keshi.messaging.consumer.Rebuilds;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.migration.StoreMigration;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Operations of every service that has a store and applies events. */
@AutoConfiguration(after = ConsumerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(ParkedKeys.class)
public class OperationsAutoConfiguration {

    private static final String REDRIVES = "redrives";
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RedriveService redriveService(ParkedKeys parkedKeys, AggregateStore store, Ids ids, Clock clock) {
        return new RedriveService(parkedKeys, store.collection(REDRIVES, RedriveDocument.class), ids, clock);
    }

    /** Without the day they would be kept for ever. */
    @Bean
    StoreMigration redrivesHaveADay() {
        return StoreMigration.of("2026-11-21.1 when redrives were asked for")
                .update(
                        REDRIVES,
                        Filters.exists("state.requestedAt", false),
                        new Document("$set", new Document("state.requestedAt", "$$NOW")));
    }

    /** What was done is told by events and kept in the archive. */
    @Bean
    StoreIndexes redriveIndexes() {
        return StoreIndexes.expiry(REDRIVES, "state.requestedAt", KEPT);
    }

    /** The index before it did not look whether everything had been published. */
    @Bean
    StoreMigration redrivesAreKeptUntilPublished() {
        return StoreMigration.of("2026-11-21.3 redrives are kept until published")
                .dropIndex(REDRIVES, "state.requestedAt_1");
    }

    @Bean
    RebuildController rebuildController(Rebuilds rebuilds, @Value("${keshi.api}") String api) {
        return new RebuildController(rebuilds, api);
    }

    @Bean
    RebuildProblems rebuildProblems() {
        return new RebuildProblems();
    }

    @Bean
    LagController lagController(TopicOffsets offsets) {
        return new LagController(offsets);
    }

    @Bean
    LagProblems lagProblems() {
        return new LagProblems();
    }

    @Bean
    ParkedKeyController parkedKeyController(
            ParkedKeys parkedKeys,
            RedriveService redrives,
            @Value("${keshi.operations.redrive-round:6s}") Duration round) {
        return new ParkedKeyController(parkedKeys, redrives, round);
    }

    @Bean
    ParkedKeyProblems parkedKeyProblems() {
        return new ParkedKeyProblems();
    }
}
