package dev.keshi.org.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** A password that keeps the rules. Spaces and every script are welcome. */
public record NewPassword(String text) {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 72;

    /** @throws AccountProblem.PasswordRefused naming the first rule it breaks */
    public static NewPassword of(String typed, LoginName loginName) {
        var text = normalised(typed);
        broken(text, loginName).ifPresent(rule -> {
            throw new AccountProblem.PasswordRefused(rule);
        });
        return new NewPassword(text);
    }

    /** The same characters typed on another keyboard are the same password. */
    static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static Optional<PasswordRule> broken(String text, LoginName loginName) {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.of(PasswordRule.TOO_SHORT);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(PasswordRule.TOO_LONG);
        }
        if (CommonPasswords.contain(text)) {
            return Optional.of(PasswordRule.COMMON);
        }
        if (loginName.value().length() >= 4 && text.toLowerCase(Locale.ROOT).contains(loginName.value())) {
            return Optional.of(PasswordRule.CONTAINS_LOGIN_NAME);
        }
        return isMonotonous(text) ? Optional.of(PasswordRule.MONOTONOUS) : Optional.empty();
    }

    private static boolean isMonotonous(String text) {
        var steps = new boolean[3];
        for (int at = 1; at < text.length(); at++) {
            int step = text.charAt(at) - text.charAt(at - 1);
            if (Math.abs(step) > 1) {
                return false;
            }
            steps[step + 1] = true;
        }
        return !(steps[0] && steps[2]);
    }

    @Override
    public String toString() {
        return "NewPassword[...]";
    }
}
