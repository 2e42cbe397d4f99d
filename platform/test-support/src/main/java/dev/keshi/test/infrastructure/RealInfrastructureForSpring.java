package dev.keshi.test.infrastructure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/** Tells the Spring context of a test where its MongoDB and Kafka are, and lets it begin when its store is ready. Registered in {@code META-INF/spring.factories}. */
final class RealInfrastructureForSpring implements ContextCustomizerFactory {

    private static final boolean HEALTH = ClassUtils.isPresent(
            "org.springframework.boot.health.contributor.HealthIndicator",
            RealInfrastructureForSpring.class.getClassLoader());

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return World.annotationOf(testClass)
                .map(annotation -> new Addresses(World.nameFor(testClass)))
                .orElse(null);
    }

    /** Equal worlds make equal customizers, so that Spring shares the context between their tests. */
    private record Addresses(String world) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            World seen = World.named(world);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "real infrastructure",
                            Map.of(
                                    "spring.mongodb.uri", seen.mongo().uri(),
                                    "spring.kafka.bootstrap-servers",
                                            seen.kafka().bootstrap())));
            if (HEALTH) {
                context.addApplicationListener((ApplicationListener<ContextRefreshedEvent>)
                        refreshed -> StoreReady.await(refreshed.getApplicationContext()));
            }
        }
    }
}
