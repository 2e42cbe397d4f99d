package dev.keshi.service.openapi;

import dev.keshi.service.problem.Languages;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.web.method.HandlerMethod;

/**
 * The summary of an operation and what its parameters mean, in the language of the one who reads the document: from
 * {@code operations.properties} and {@code operations_en.properties} beside the controller, keys {@code Controller.method} and
 * {@code parameter.name}.
 */
final class OperationTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final List<ResourceBundle> bundles;
    private final String operation;

    private OperationTexts(List<ResourceBundle> bundles, String operation) {
        this.bundles = bundles;
        this.operation = operation;
    }

    static OperationTexts of(HandlerMethod handler, Locale language) {
        var locale = language.getLanguage().equals(Languages.ENGLISH.getLanguage()) ? Languages.ENGLISH : Locale.ROOT;
        var controller = handler.getBeanType();
        var bundles = List.of(controller, OperationTexts.class).stream()
                .flatMap(type -> bundleBeside(type, locale).stream())
                .toList();
        return new OperationTexts(
                bundles, controller.getSimpleName() + '.' + handler.getMethod().getName());
    }

    Optional<String> summary() {
        return find(operation);
    }

    Optional<String> ofParameter(String name) {
        return find("parameter." + name);
    }

    private Optional<String> find(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst();
    }

    private static Optional<ResourceBundle> bundleBeside(Class<?> type, Locale locale) {
        try {
            var loader = Objects.requireNonNullElseGet(type.getClassLoader(), ClassLoader::getSystemClassLoader);
            return Optional.of(
                    ResourceBundle.getBundle(type.getPackageName() + ".operations", locale, loader, NO_FALLBACK));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}
