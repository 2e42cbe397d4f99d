package dev.keshi.service.problem;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** Finds the words for a code in the bundles of the features; the common bundle is the last resort. */
final class ProblemTexts {

    private static final String COMMON = "dev.keshi.service.problem.problems";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final List<Source> sources;

    private record Source(String bundle, ClassLoader loader) {}

    ProblemTexts(Collection<? extends ProblemMapping<?>> mappings) {
        var all = new java.util.LinkedHashSet<Source>();
        mappings.forEach(mapping -> all.add(new Source(mapping.bundle(), loaderOf(mapping.getClass()))));
        all.add(new Source(COMMON, loaderOf(ProblemTexts.class)));
        this.sources = List.copyOf(all);
    }

    Optional<String> find(String key, List<Object> args, Locale language) {
        // Chinese is the root of every bundle, so that a missing translation is Chinese and not a bare key.
        var locale = language.equals(Languages.CHINESE) ? Locale.ROOT : language;
        for (var source : sources) {
            try {
                var bundle = ResourceBundle.getBundle(source.bundle(), locale, source.loader(), NO_FALLBACK);
                if (bundle.containsKey(key)) {
                    return Optional.of(new MessageFormat(bundle.getString(key), language).format(args.toArray()));
                }
            } catch (MissingResourceException noBundleOfThisFeature) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static ClassLoader loaderOf(Class<?> type) {
        var loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
