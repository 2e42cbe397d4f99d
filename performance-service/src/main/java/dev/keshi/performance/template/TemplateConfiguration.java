package dev.keshi.performance.template;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.bundle.Bundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    StoreIndexes templateIndexes() {
        return MongoTemplates.indexes();
    }

    /** The templates of the handbook. */
    @Bean
    Bundle bundledTemplates(TemplateService templates) {
        return new Bundle(
                "bundled-templates",
                context -> BundledTemplates.all().forEach((code, content) -> templates.bundle(context, code, content)));
    }
}
