package dev.keshi.test.infrastructure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Tells the Spring context of a test where its MongoDB and Kafka are. Registered in {@code META-INF/spring.factories}. */
final class RealInfrastructureForSpring implements ContextCustomizerFactory {

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
        }
    }
}
