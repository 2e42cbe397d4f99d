package dev.keshi.events.client.spring;

import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.SubscriberStore;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every subscription that is a bean; gives a store over the application's own database unless it has another. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@EnableConfigurationProperties(KeshiEventsSettings.class)
public class KeshiEventsAutoConfiguration {

    @Bean
    EventSubscriptions keshiEventSubscriptions(
            ObjectProvider<EventSubscription<?>> subscriptions,
            ConsumerFactory<?, ?> kafka,
            KeshiEventsSettings settings) {
        return new EventSubscriptions(List.copyOf(subscriptions.stream().toList()), kafka, settings);
    }

    /** Where the application has a relational database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    static class Jdbc {

        @Bean
        @ConditionalOnMissingBean(SubscriberStore.class)
        @ConditionalOnSingleCandidate(DataSource.class)
        @ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
        SpringJdbcStore keshiEventStore(
                DataSource database, JdbcClient client, PlatformTransactionManager transactions) {
            return new SpringJdbcStore(database, client, new TransactionTemplate(transactions));
        }
    }
}
