package dev.keshi.performance.template;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    StoreIndexes templateIndexes() {
        return MongoTemplates.indexes();
    }
}
