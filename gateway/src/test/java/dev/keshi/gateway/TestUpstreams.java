package dev.keshi.gateway;

import dev.keshi.test.TestTokens;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

@TestConfiguration(proxyBeanMethods = false)
class TestUpstreams {

    @Bean(destroyMethod = "close")
    GatewayClient gatewayClient(TestTokens tokens, Environment environment) {
        return new GatewayClient(tokens, environment);
    }

    @Bean
    DynamicPropertyRegistrar upstreams(GatewayClient gateway) {
        return registry -> {
            registry.add("keshi.gateway.upstreams.org", gateway.org::address);
            registry.add("keshi.gateway.upstreams.workflow", gateway.workflow::address);
            registry.add("keshi.gateway.upstreams.performance", () -> "http://127.0.0.1:1");
            registry.add("keshi.gateway.upstreams.training", gateway.training::address);
            registry.add("keshi.gateway.upstreams.risk", () -> "http://127.0.0.1:1");
            registry.add("keshi.gateway.upstreams.notification", gateway.notification::address);
            registry.add("keshi.gateway.upstreams.reporting", () -> "http://127.0.0.1:1");
        };
    }
}
