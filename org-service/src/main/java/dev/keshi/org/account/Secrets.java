package dev.keshi.org.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Where new secrets come from. An input, so that tests can say which secrets come. */
@FunctionalInterface
public interface Secrets {

    /** 256 random bits as 43 URL-safe characters. */
    String next();

    static Secrets random() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
