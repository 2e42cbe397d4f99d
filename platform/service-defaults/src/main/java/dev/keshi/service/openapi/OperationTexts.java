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
 * The summary of an operation and what its parameters and the fields of its request mean, in the language of the one who reads the
 * document: from {@code operations.properties} and {@code operations_en.properties} beside the controller, keys
 * {@code Controller.method}, {@code parameter.name} and {@code Request.field}.
 */
final class OperationTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final List<ResourceBundle> bundles;
    private final String described;

    private OperationTexts(List<ResourceBundle> bundles, String described) {
        this.bundles = bundles;
        this.described = described;
    }

    static OperationTexts of(HandlerMethod handler, Locale language) {
        var controller = handler.getBeanType();
        return new OperationTexts(
                bundles(controller, language),
                controller.getSimpleName() + '.' + handler.getMethod().getName());
    }

    /** @param request a record beside the controller that takes it, or a part of one */
    static OperationTexts of(Class<?> request, Locale language) {
        return new OperationTexts(bundles(request, language), request.getSimpleName());
    }

    /** Of an operation. */
    Optional<String> summary() {
        return find(described);
    }

    /** Of a request. */
    Optional<String> ofField(String name) {
        return find(described + '.' + name);
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

    private static List<ResourceBundle> bundles(Class<?> beside, Locale language) {
        var locale = language.getLanguage().equals(Languages.ENGLISH.getLanguage()) ? Languages.ENGLISH : Locale.ROOT;
        return List.of(beside, OperationTexts.class).stream()
                .flatMap(type -> bundleBeside(type, locale).stream())
                .toList();
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
