package dev.keshi.directory;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.EventHandlers;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.personal.PersonalData;
import dev.keshi.messaging.personal.PersonalDataAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** The copy of the organisation, in services that are given the key of personal data. */
@AutoConfiguration(after = PersonalDataAutoConfiguration.class)
@ConditionalOnBean(PersonalData.class)
public class DirectoryAutoConfiguration {

    @Bean
    EventHandlers directoryHandlers() {
        return DirectoryProjections.handlers();
    }

    @Bean
    StoreIndexes directoryIndexes() {
        return StoreIndexes.of(DirectoryCollections.PEOPLE, Indexes.ascending("departmentId"))
                .and(DirectoryCollections.ACCOUNTS, Indexes.ascending("personId"))
                .and(DirectoryCollections.ACCOUNTS, Indexes.ascending("roles", "personId"));
    }

    @Bean
    Directory directory(MongoOperations mongo, PersonalData personal) {
        return new Directory(mongo, personal);
    }

    @Bean
    Access access(MongoOperations mongo) {
        return new Access(new DepartmentTree(mongo));
    }
}
