package dev.keshi.org.identity.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.service.problem.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pages of templates and texts. Every value is escaped. */
@Component
@WhenEmbedded
final class Pages {

    private static final String BUNDLE = "dev.keshi.org.identity.page.pages";

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).nullValue("").withLoader(Pages::source);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    Page page(@Nullable String acceptLanguage, int status, String template, Map<String, ?> values) {
        var language = Languages.preferred(acceptLanguage);
        var texts = texts(language);
        var model = new HashMap<String, Object>(values);
        model.put("t", (Mustache.CustomContext) texts::getString);
        model.put("language", language.toLanguageTag());
        var html = templates.computeIfAbsent(template, this::compile).execute(model);
        return new Page(status, html);
    }

    /** A page that only says something. */
    Page message(@Nullable String acceptLanguage, int status, String key) {
        return page(acceptLanguage, status, "message", Map.of("message", text(acceptLanguage, key)));
    }

    String text(@Nullable String acceptLanguage, String key) {
        return texts(Languages.preferred(acceptLanguage)).getString(key);
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.equals(Languages.ENGLISH) ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private Template compile(String name) {
        try (var reader = source(name)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader source(String name) {
        var file = Optional.ofNullable(Pages.class.getResourceAsStream(name + ".mustache"))
                .orElseThrow(() -> new IllegalStateException("There is no template " + name));
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
