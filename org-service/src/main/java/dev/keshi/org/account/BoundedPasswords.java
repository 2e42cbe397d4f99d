package dev.keshi.org.account;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with a slow function. Each hash costs tens of milliseconds of a processor on purpose, so only as many
 * are computed at once as there are processors; who waits too long is refused instead of starving everything else.
 */
final class BoundedPasswords implements Passwords {

    private static final long PATIENCE_SECONDS = 3;

    private final SlowHash function;
    private final Secrets secrets;
    private final Semaphore processors;

    BoundedPasswords(SlowHash function, Secrets secrets, int processors) {
        this.function = function;
        this.secrets = secrets;
        this.processors = new Semaphore(Math.max(1, processors), true);
    }

    @Override
    public PasswordHash hash(NewPassword password) {
        return bounded(() -> new PasswordHash(function.hash(password.text())));
    }

    @Override
    public boolean matches(String typed, PasswordHash hash) {
        if (typed.length() > NewPassword.LONGEST) {
            return false;
        }
        var text = NewPassword.normalised(typed);
        return text.getBytes(StandardCharsets.UTF_8).length <= NewPassword.LONGEST
                && bounded(() -> function.matches(text, hash.value()));
    }

    @Override
    public void matchNothing(String typed) {
        bounded(() -> function.hash(secrets.next()));
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
