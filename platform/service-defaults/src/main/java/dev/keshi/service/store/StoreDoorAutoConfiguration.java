package dev.keshi.service.store;

import dev.keshi.messaging.MessagingAutoConfiguration;
import dev.keshi.messaging.StoreReadiness;
import dev.keshi.service.problem.web.ProblemAutoConfiguration;
import dev.keshi.service.problem.web.ProblemResponses;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Holds requests back until the store is as this release wants it, wherever the service has one. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, ProblemAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(StoreReadiness.class)
public class StoreDoorAutoConfiguration {

    /** After the filter that opens the trace and before all that takes a place or asks the store. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 9;

    @Bean
    FilterRegistrationBean<StoreDoor> storeDoor(StoreReadiness store, ProblemResponses problems) {
        var registration = new FilterRegistrationBean<>(new StoreDoor(store, problems));
        registration.setOrder(ORDER);
        return registration;
    }
}
