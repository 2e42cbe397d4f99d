package dev.keshi.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the platform when the first scenario wants it, and stops it after the last. */
final class PlatformExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace PLATFORM = ExtensionContext.Namespace.create(Keshi.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Keshi.class);
    }

    @Override
    public Keshi resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(PLATFORM).computeIfAbsent(Keshi.class, any -> Keshi.start(), Keshi.class);
    }
}
