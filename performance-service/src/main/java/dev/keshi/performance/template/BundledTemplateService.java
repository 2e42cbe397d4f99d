package dev.keshi.performance.template;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreMigrated;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings in the templates of the handbook, unless somebody has drafted under their code. Every replica may try at every start. */
@Component
class BundledTemplateService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundledTemplateService.class);
    private static final String ACTOR = "system:bundled-templates";

    private final TemplateService templates;
    private final StoreMigrated store;
    private volatile boolean running;

    BundledTemplateService(TemplateService templates, StoreMigrated store) {
        this.templates = templates;
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("bundled-templates").start(this::bringIn);
    }

    private void bringIn() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (running) {
            try {
                var context = CommandContext.of(ACTOR);
                BundledTemplates.all().forEach((code, content) -> templates.bundle(context, code, content));
                return;
            } catch (DataAccessException later) {
                log.warn("Bundled templates are tried again: {}", later.toString());
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
