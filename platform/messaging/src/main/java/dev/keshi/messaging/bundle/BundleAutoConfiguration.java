package dev.keshi.messaging.bundle;

import dev.keshi.messaging.MessagingAutoConfiguration;
import dev.keshi.messaging.StoreReadiness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(StoreReadiness.class)
public class BundleAutoConfiguration {

    @Bean
    BundleRunner bundleRunner(ObjectProvider<Bundle> bundles, StoreReadiness store) {
        return new BundleRunner(bundles.orderedStream().toList(), store);
    }
}
