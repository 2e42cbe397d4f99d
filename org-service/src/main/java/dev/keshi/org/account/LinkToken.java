package dev.keshi.org.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a link that lets its holder set the password of one account, once.
 *
 * @param secret 256 random bits; only its hash is kept
 */
public record LinkToken(AccountId account, String secret) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    /** Empty when the text cannot be a token. */
    public static Optional<LinkToken> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new LinkToken(new AccountId(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    public String text() {
        return account.value() + "." + secret;
    }

    @Override
    public String toString() {
        return "LinkToken[" + account.value() + "]";
    }
}
