package dev.keshi.performance.cycle;

import dev.keshi.performance.cycle.ExplanationView.NamedView;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What people say for the codes of an explanation that are the same in every cycle, in both languages as everything else that has a name:
 * from {@code explanation.properties} and {@code explanation_en.properties} beside this class, keys {@code Type.CONSTANT}.
 */
final class ExplanationWords {

    private static final ResourceBundle CHINESE = in(Locale.ROOT);
    private static final ResourceBundle ENGLISH = in(Locale.ENGLISH);

    private ExplanationWords() {}

    /** @throws java.util.MissingResourceException where nobody has written any */
    static NamedView named(Enum<?> code) {
        var key = code.getDeclaringClass().getSimpleName() + '.' + code.name();
        return new NamedView(code.name(), CHINESE.getString(key), ENGLISH.getString(key));
    }

    private static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                ExplanationWords.class.getPackageName() + ".explanation",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
