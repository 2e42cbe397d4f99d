package dev.keshi.service.limit;

import dev.keshi.service.problem.web.ProblemAutoConfiguration;
import dev.keshi.service.problem.web.ProblemResponses;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Both limits stand before authentication: refusing must cost next to nothing. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitAutoConfiguration {

    /** After the filter that opens the trace, so that refusals carry its id. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ConcurrencyLimit> concurrencyLimit(LimitSettings settings, ProblemResponses problems) {
        var registration = new FilterRegistrationBean<>(new ConcurrencyLimit(settings, problems));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitSettings settings, ProblemResponses problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(settings, problems));
        registration.setOrder(ORDER + 1);
        return registration;
    }

    @Bean
    MeterBinder concurrencyMetrics(FilterRegistrationBean<ConcurrencyLimit> registration) {
        var limit = registration.getFilter();
        return meters -> {
            Gauge.builder("http_places_free", limit, ConcurrencyLimit::free).register(meters);
            Gauge.builder("http_stream_places_free", limit, ConcurrencyLimit::freeStreams)
                    .register(meters);
        };
    }
}
