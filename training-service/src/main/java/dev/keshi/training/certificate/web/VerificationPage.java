package dev.keshi.training.certificate.web;

import dev.keshi.service.problem.Languages;
import dev.keshi.training.certificate.CertificateNumber;
import dev.keshi.training.certificate.VerificationView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/**
 * What is known of a certificate as a small page that can be printed: no scripts, nothing from elsewhere. Every value is escaped, and of a
 * number that is not known nothing is shown, not even the number.
 */
final class VerificationPage {

    private static final String BUNDLE = "dev.keshi.training.certificate.web.verification";

    private static final String STYLE = """
            body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.4rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.5rem}
            dt{color:#555}
            dd{margin:0;overflow-wrap:anywhere}
            .standing{font-weight:600}
            @media print{body{margin:0;max-width:none}}
            """;

    /** The only style that the page may use is its own. */
    static final String CONTENT_SECURITY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex, nofollow">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <h1>%s</h1>
            %s
            </body>
            </html>
            """;

    private final Locale language;
    private final ResourceBundle texts;

    /** @param language one of {@link Languages#ALL} */
    VerificationPage(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                language.equals(Languages.ENGLISH) ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param today the day on which it was asked for, in the enterprise */
    String found(CertificateNumber number, VerificationView certificate, LocalDate today) {
        var facts = new StringBuilder();
        add(facts, "number", number.value());
        add(facts, "course", course(certificate));
        Optional.ofNullable(certificate.holder()).ifPresent(holder -> add(facts, "holder", holder));
        add(facts, "issued", certificate.issuedOn().toString());
        add(facts, "expires", certificate.expiresOn().toString());
        add(facts, "asked", today.toString());
        var standing = text("standing." + certificate.standing().name().toLowerCase(Locale.ROOT));
        return page("<p class=\"standing\">%s</p>\n<dl>\n%s</dl>".formatted(standing, facts));
    }

    /** The same for whatever is not the number of a certificate. */
    String unknown() {
        return page("<p class=\"standing\">%s</p>".formatted(text("unknown")));
    }

    private String page(String content) {
        var title = text("title");
        return PAGE.formatted(language.toLanguageTag(), title, STYLE, title, content);
    }

    private String course(VerificationView certificate) {
        return language.equals(Languages.ENGLISH)
                ? Objects.requireNonNullElse(certificate.courseNameEn(), certificate.courseName())
                : certificate.courseName();
    }

    private void add(StringBuilder facts, String key, String value) {
        facts.append("<dt>%s</dt><dd>%s</dd>\n"
                .formatted(text(key), HtmlUtils.htmlEscape(value, StandardCharsets.UTF_8.name())));
    }

    private String text(String key) {
        return HtmlUtils.htmlEscape(texts.getString(key), StandardCharsets.UTF_8.name());
    }

    private static String digest(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
