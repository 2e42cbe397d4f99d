package dev.keshi.test.infrastructure;

import dev.keshi.test.events.EventProbe;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the infrastructure before the first test that asks for it, and hands out its parts. */
final class RealInfrastructureExtension implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        World.of(context.getRequiredTestClass());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RealMongo.class || type == RealKafka.class || type == EventProbe.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        World world = World.of(context.getRequiredTestClass());
        Class<?> type = parameter.getParameter().getType();
        if (type == RealMongo.class) {
            return world.mongo();
        }
        return type == RealKafka.class ? world.kafka() : probe(world, context);
    }

    /** Sees what is published from now on; JUnit closes it after the test. */
    private static EventProbe probe(World world, ExtensionContext context) {
        var store = context.getStore(
                ExtensionContext.Namespace.create(RealInfrastructureExtension.class, context.getUniqueId()));
        return store.computeIfAbsent(
                EventProbe.class, key -> EventProbe.fromNow(world.kafka().bootstrap()), EventProbe.class);
    }
}
