package dev.keshi.org.identity.signing;

import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the signing keys looked after for as long as the service runs. */
@Component
@WhenEmbedded
final class SigningKeyRotation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyRotation.class);
    private static final long EVERY_SECONDS = 60;

    private final SigningKeys keys;
    private final IdentitySettings settings;
    private @Nullable ScheduledExecutorService executor;

    SigningKeyRotation(SigningKeys keys, IdentitySettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** @throws IllegalStateException when there is no master key: better now, in one sentence, than at the first sign-in */
    @Override
    public synchronized void start() {
        settings.masterKey();
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("signing-keys").factory());
        started.scheduleWithFixedDelay(this::lookAfter, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        executor = started;
    }

    private void lookAfter() {
        try {
            keys.lookAfter();
        } catch (RuntimeException failure) {
            log.warn("Signing keys could not be looked after: {}", failure.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
