package dev.keshi.gateway.route;

import dev.keshi.gateway.limit.LimitSettings;
import dev.keshi.gateway.limit.Places;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Every route there is. None comes from configuration, discovery or an endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Upstreams.class, LimitSettings.class})
class GatewayRoutes {

    /** Pages and protocol of the authorization server, which org-service is. */
    private static final String[] IDENTITY = {
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/oauth2/**",
        "/userinfo",
        "/connect/logout",
        "/login",
        "/login/**",
        "/logout",
        "/account/**",
        "/assets/**"
    };

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, Upstreams upstreams, LimitSettings limits, MeterRegistry meters) {
        var routes = builder.routes();
        upstreams.byName().forEach((name, address) -> {
            var guard = guard(name, limits, meters);
            routes.route(
                            name,
                            route -> route.path("/api/" + name + "/v1/**")
                                    .filters(filters -> filters.filter(guard).removeRequestHeader(HttpHeaders.COOKIE))
                                    .uri(address))
                    .route(
                            name + "-openapi",
                            route -> route.path("/openapi/" + name)
                                    .and()
                                    .method(HttpMethod.GET)
                                    .filters(filters -> filters.filter(guard)
                                            .removeRequestHeader(HttpHeaders.COOKIE)
                                            .removeRequestHeader(HttpHeaders.AUTHORIZATION)
                                            .setPath("/v3/api-docs"))
                                    .uri(address));
            if (name.equals("org")) {
                routes.route(
                        "identity",
                        route -> route.path(IDENTITY)
                                .filters(filters -> filters.filter(guard))
                                .uri(address));
            }
        });
        return routes.build();
    }

    private static ServiceGuard guard(String name, LimitSettings limits, MeterRegistry meters) {
        var places = new Places(limits.requestsPerService());
        var breaker = CircuitBreaker.of(name, breaker());
        Gauge.builder("gateway_service_requests", places, Places::taken)
                .tag("upstream", name)
                .register(meters);
        Gauge.builder("gateway_breaker_open", breaker, open -> open.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                .tag("upstream", name)
                .register(meters);
        return new ServiceGuard(breaker, places, limits);
    }

    /**
     * Opens when a service cannot be reached or does not answer in time. What it answers, even 5xx, is its own word: a
     * service that says it is busy is not helped by being cut off.
     */
    private static CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
    }

    /** A request that may have arrived is not sent twice; whoever sent it knows whether it may be repeated. */
    @Bean
    HttpClientCustomizer noHiddenRetry() {
        return client -> client.disableRetry(true);
    }
}
