package dev.keshi.performance.population;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PopulationConfiguration {

    @Bean
    StoreIndexes populationIndexes() {
        return StoreIndexes.of(
                        PopulationStore.FACTS,
                        Indexes.ascending(EmploymentDocument.PERSON, EmploymentDocument.SEQUENCE))
                .and(
                        PopulationStore.FACTS,
                        Indexes.ascending(
                                EmploymentDocument.JOINED, EmploymentDocument.PERSON, EmploymentDocument.SEQUENCE));
    }
}
