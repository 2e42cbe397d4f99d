package dev.keshi.org.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that attackers try first. A word of the list stays common when digits and signs are put around it or letters
 * are replaced by look-alikes, so {@code P@ssw0rd2024!} is {@code password}.
 */
final class CommonPasswords {

    private static final Pattern DECORATION = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    static boolean contain(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        var word = undecorated(lower);
        return WORDS.contains(lower) || WORDS.contains(word) || WORDS.contains(withoutLookAlikes(word));
    }

    private static String undecorated(String text) {
        return DECORATION.matcher(text).replaceAll("");
    }

    private static String withoutLookAlikes(String word) {
        return word.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read() {
        try (var list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is not on the class path");
            }
            var words = new HashSet<String>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(words::add);
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
