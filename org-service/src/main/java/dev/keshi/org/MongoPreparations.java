package dev.keshi.org;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Prepares the database before requests are taken; waits for a database that starts later than this service. */
@Component
class MongoPreparations implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MongoPreparations.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 60;

    private final List<StorePreparation> preparations;
    private volatile boolean running;

    MongoPreparations(List<StorePreparation> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void start() {
        preparations.forEach(MongoPreparations::prepare);
        running = true;
    }

    private static void prepare(StorePreparation preparation) {
        for (int attempt = 1; ; attempt++) {
            try {
                preparation.prepare();
                return;
            } catch (MongoException | DataAccessException unavailable) {
                if (attempt == ATTEMPTS) {
                    throw unavailable;
                }
                log.warn("The database cannot be prepared yet: {}", unavailable.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers and the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
