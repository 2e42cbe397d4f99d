package dev.keshi.directory;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.EventHandlers;
import dev.keshi.messaging.personal.PersonalData;
import dev.keshi.messaging.personal.PersonalDataAutoConfiguration;
import dev.keshi.service.security.PermissionEpochs;
import dev.keshi.service.security.TokenAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The copy of the organisation, in services that are given the key of personal data. */
@AutoConfiguration(after = PersonalDataAutoConfiguration.class, before = TokenAutoConfiguration.class)
@ConditionalOnBean(PersonalData.class)
public class DirectoryAutoConfiguration {

    @Bean
    EventHandlers directoryHandlers() {
        return DirectoryProjections.handlers();
    }

    @Bean
    StoreIndexes directoryIndexes() {
        return StoreIndexes.of(DirectoryCollections.PEOPLE, Indexes.ascending("departmentId", "_id"))
                .and(DirectoryCollections.ACCOUNTS, Indexes.ascending("personId"))
                .and(DirectoryCollections.ACCOUNTS, Indexes.ascending("roles", "personId"));
    }

    @Bean
    Directory directory(MongoOperations mongo, PersonalData personal) {
        return new Directory(mongo, personal);
    }

    @Bean
    Superiors superiors(Directory directory) {
        return new Superiors(directory);
    }

    /** Tokens from before rights were taken away are refused as soon as the event that says so has arrived. */
    @Bean
    PermissionEpochs directoryPermissionEpochs(Directory directory) {
        return new CachedPermissionEpochs(directory::permissionEpoch);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    WebMvcConfigurer leaversCommandNothing(Directory directory) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LeaverRefusal(directory)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    Access access(MongoOperations mongo) {
        return new Access(new DepartmentTree(mongo));
    }
}
