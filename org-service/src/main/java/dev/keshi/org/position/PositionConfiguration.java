package dev.keshi.org.position;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PositionConfiguration {

    @Bean
    StoreIndexes positionIndexes() {
        return StoreIndexes.of(MongoPositions.COLLECTION, Indexes.ascending("state.code"))
                .and(MongoPositions.COLLECTION, Indexes.ascending("state.departmentId", "state.code"));
    }

    @Bean
    RoleTemplates roleTemplates() {
        return new RoleTemplates();
    }
}
