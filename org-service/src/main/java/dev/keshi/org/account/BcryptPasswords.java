package dev.keshi.org.account;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * bcrypt by Spring Security. Each hash costs tens of milliseconds of a processor on purpose, so only as many are computed
 * at once as there are processors; who waits too long is refused instead of starving everything else.
 */
final class BcryptPasswords implements Passwords {

    private static final String ALGORITHM = "{bcrypt}";
    private static final long PATIENCE_SECONDS = 3;

    private final BCryptPasswordEncoder encoder;
    private final PasswordHash nobody;
    private final Semaphore processors =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** @param strength two to this power are the rounds; 10 to 12 */
    BcryptPasswords(int strength, Secrets secrets) {
        this.encoder = new BCryptPasswordEncoder(strength);
        this.nobody = hash(new NewPassword(secrets.next()));
    }

    @Override
    public PasswordHash hash(NewPassword password) {
        return bounded(() -> new PasswordHash(ALGORITHM + encoder.encode(password.text())));
    }

    @Override
    public boolean matches(String typed, PasswordHash hash) {
        if (!hash.value().startsWith(ALGORITHM)) {
            throw new IllegalStateException("Unknown algorithm of a password hash");
        }
        var text = NewPassword.normalised(typed);
        if (text.getBytes(StandardCharsets.UTF_8).length > NewPassword.LONGEST) {
            return false;
        }
        return bounded(() -> encoder.matches(text, hash.value().substring(ALGORITHM.length())));
    }

    @Override
    public void matchNothing(String typed) {
        matches(typed, nobody);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AccountProblem.Busy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AccountProblem.Busy();
        }
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
