package dev.keshi.messaging;

import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.migration.MigrationRefused;
import dev.keshi.messaging.migration.StoreMigrations;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Carries the declared migrations out and makes the declared indexes, in the background and for as long as it takes MongoDB to
 * answer; the service is not ready before that.
 */
final class StorePreparation implements StoreReadiness, SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(StorePreparation.class);

    /** Of one operation: an index over years of events is not made in the time that a request has. */
    private static final long MOST_MINUTES = 60;

    private final Supplier<MongoDatabase> mongo;
    private final StoreMigrations migrations;
    private final List<StoreIndexes> declared;
    private volatile boolean running;
    private volatile boolean ready;
    private volatile @Nullable String refusal;
    private @Nullable Thread thread;

    StorePreparation(Supplier<MongoDatabase> mongo, StoreMigrations migrations, List<StoreIndexes> declared) {
        this.mongo = mongo;
        this.migrations = migrations;
        this.declared = declared;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("store-preparation").start(this::prepare);
    }

    private void prepare() {
        while (running && !isReady()) {
            try {
                var database = mongo.get().withTimeout(MOST_MINUTES, TimeUnit.MINUTES);
                if (!migrations.run(database, () -> running)) {
                    continue;
                }
                declared.forEach(indexes -> indexes.createIn(database));
                ready = true;
            } catch (MigrationRefused refused) {
                refusal = refused.getMessage();
                log.error("The service stays unready: {}", refusal);
                return;
            } catch (RuntimeException | Error failure) {
                // An error too: without this thread the service would stay unready for good.
                log.warn("Migrations and indexes wait: {}", failure.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Health health() {
        var refused = refusal;
        return refused == null
                ? (isReady() ? Health.up() : Health.down()).build()
                : Health.down().withDetail("refused", refused).build();
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Among the first to start; whoever needs what it does waits for it. */
    @Override
    public int getPhase() {
        return -1_000;
    }
}
