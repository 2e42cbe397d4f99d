package dev.keshi.org.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person types to say who they are: 2 to 64 characters of a-z, 0-9 and {@code . _ @ -}, beginning with a letter
 * or digit.
 */
public record LoginName(String value) {

    public static final String FORM = "[a-z0-9][a-z0-9._@-]{1,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public LoginName {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("login name: " + value);
        }
    }

    /** Forgives case and surrounding blanks; empty when it cannot be anybody's login name. */
    public static Optional<LoginName> typed(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return PATTERN.matcher(plain).matches() ? Optional.of(new LoginName(plain)) : Optional.empty();
    }
}
