package dev.keshi.workflow.deployment;

import dev.keshi.messaging.CommandContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes that come with the service, unless an administrator has deployed something under their key. Every
 * replica may try at every start: the document that is there already changes nothing.
 */
@Component
class BundledProcessService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundledProcessService.class);
    private static final String ACTOR = "bundled-processes";

    private final DeploymentService definitions;
    private volatile boolean running;

    BundledProcessService(DeploymentService definitions) {
        this.definitions = definitions;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name(ACTOR).start(this::deployAll);
    }

    private void deployAll() {
        while (running) {
            try {
                for (var resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
                    deploy(resource.getContentAsByteArray());
                }
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (DataAccessException | RefusedProcess later) {
                // What comes with the service was checked when it was built: only a machine that is too busy refuses
                // it.
                log.warn("Bundled processes are tried again: {}", later.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void deploy(byte[] xml) {
        var key = definitions.validate(xml).key();
        var newest = definitions.newest(key);
        if (newest.isEmpty() || newest.get().deployedBy().equals("system:" + ACTOR)) {
            definitions.deploy(CommandContext.of("system:" + ACTOR), xml);
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
