package dev.keshi.service.operations;

import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.ConsumerAutoConfiguration;
import dev.keshi.messaging.consumer.ParkedKeys;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Operations of every service that has a store and applies events. */
@AutoConfiguration(after = ConsumerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(ParkedKeys.class)
public class OperationsAutoConfiguration {

    @Bean
    RedriveService redriveService(ParkedKeys parkedKeys, AggregateStore store, Ids ids) {
        return new RedriveService(parkedKeys, store.collection("redrives", RedriveDocument.class), ids);
    }

    @Bean
    ParkedKeyController parkedKeyController(ParkedKeys parkedKeys, RedriveService redrives) {
        return new ParkedKeyController(parkedKeys, redrives);
    }

    @Bean
    ParkedKeyProblems parkedKeyProblems() {
        return new ParkedKeyProblems();
    }
}
