package dev.keshi.notification.obligation;

import dev.keshi.service.problem.Languages;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is to be done, in one language. */
final class ObligationTexts {

    private static final String BUNDLE = "dev.keshi.notification.obligation.texts";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;
    private final Map<String, String> names;

    /** @param names of people that obligations are about, as far as they are known, by their ids */
    ObligationTexts(Locale language, Map<String, String> names) {
        this.language = language;
        this.names = Map.copyOf(names);
        this.words = bundle(language);
    }

    static ResourceBundle bundle(Locale language) {
        // Chinese is the root, so that a missing translation is Chinese and not a bare key.
        var locale = language.equals(Languages.CHINESE) ? Locale.ROOT : language;
        return ResourceBundle.getBundle(
                BUNDLE, locale, Objects.requireNonNull(ObligationTexts.class.getClassLoader()), NO_FALLBACK);
    }

    /** A value is never looked into again: work may be called {@code {number}}. Where a title is not known, the text ends before it. */
    String text(ObligationKind kind, Topic topic) {
        var values = Map.of(
                "title", said(topic.title(), topic.titleEn()),
                "detail", said(topic.detail(), topic.detailEn()),
                "number", Objects.requireNonNullElse(topic.number(), ""),
                "person", person(topic));
        return PLACEHOLDER
                .matcher(words.getString(kind.key()))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                .strip();
    }

    private String person(Topic topic) {
        var name = topic.personId() == null ? null : names.get(topic.personId());
        if (name == null) {
            return "";
        }
        return topic.title() == null ? name : " · " + name;
    }

    @Nullable
    String title(Topic topic) {
        return topic.title() == null ? null : said(topic.title(), topic.titleEn());
    }

    private String said(@Nullable String given, @Nullable String english) {
        return english != null && language.equals(Languages.ENGLISH) ? english : Objects.requireNonNullElse(given, "");
    }
}
