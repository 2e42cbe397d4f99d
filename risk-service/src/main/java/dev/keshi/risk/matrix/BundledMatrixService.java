package dev.keshi.risk.matrix;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreReadiness;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings in the matrix that comes with the service, unless there is one. Every replica may try at every start. */
@Component
class BundledMatrixService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundledMatrixService.class);
    private static final String ACTOR = "system:bundled-matrix";

    private final MatrixService matrices;
    private final StoreReadiness store;
    private volatile boolean running;

    BundledMatrixService(MatrixService matrices, StoreReadiness store) {
        this.matrices = matrices;
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("bundled-matrix").start(this::bringIn);
    }

    private void bringIn() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (running) {
            try {
                matrices.bundle(CommandContext.of(ACTOR));
                return;
            } catch (DataAccessException later) {
                log.warn("The bundled matrix is tried again: {}", later.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
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
}
