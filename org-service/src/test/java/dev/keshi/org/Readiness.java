package dev.keshi.org;

import dev.keshi.test.Eventually;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Nobody is sent to a service before its indexes are there; so no test is either. */
@TestConfiguration(proxyBeanMethods = false)
public class Readiness {

    @Bean
    ApplicationRunner untilTheStoreIsPrepared(ApplicationContext context) {
        return _ -> await(context);
    }

    public static void await(ApplicationContext context) {
        var store = context.getBean("storeHealthIndicator", HealthIndicator.class);
        Eventually.holds(() -> Status.UP.equals(store.health().getStatus()));
    }
}
