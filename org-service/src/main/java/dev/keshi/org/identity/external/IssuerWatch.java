package dev.keshi.org.identity.external;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the issuer for its keys once a minute. While it does not answer, what was published holds. */
@Component
@WhenExternal
class IssuerWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IssuerWatch.class);
    private static final long EVERY_SECONDS = 60;

    private final IssuerKeys issuer;
    private final MongoPublishedKeys published;
    private @Nullable ScheduledExecutorService executor;

    IssuerWatch(IssuerKeys issuer, MongoPublishedKeys published) {
        this.issuer = issuer;
        this.published = published;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("issuer-keys").factory());
        started.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        executor = started;
    }

    void look() {
        try {
            published.follow(issuer.read());
        } catch (IOException | RuntimeException failure) {
            log.warn("The issuer's keys could not be read: {}", failure.toString());
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
