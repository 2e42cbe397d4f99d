package dev.keshi.reporting.archive;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.migration.StoreMigration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The archive's door for events, and the indexes of its four ways to search. */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    Discretion discretion(JsonMapper json) {
        return new Discretion(json);
    }

    @Bean
    EventArchive eventArchive(Clock clock) {
        return new EventArchive(clock);
    }

    @Bean
    StoreIndexes archiveIndexes() {
        return StoreIndexes.of(Fields.EVENTS, Indexes.ascending(Fields.TIME, Fields.ID), named("by_time"))
                .and(Fields.EVENTS, Indexes.ascending(Fields.TYPE, Fields.TIME, Fields.ID), named("by_type"))
                .and(Fields.EVENTS, Indexes.ascending(Fields.AGGREGATE, Fields.TIME, Fields.ID), named("by_aggregate"))
                .and(
                        Fields.EVENTS,
                        Indexes.ascending(Fields.TOPIC, Fields.KEY, Fields.EPOCH, Fields.SEQUENCE, Fields.ID),
                        named("by_place"));
    }

    @Bean
    StoreMigration archiveByPlace() {
        return StoreMigration.of("2026-11-21.6 the archive is read topic by topic")
                .dropIndex(Fields.EVENTS, "by_key");
    }

    private static IndexOptions named(String name) {
        return new IndexOptions().name(name);
    }
}
