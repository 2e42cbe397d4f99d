package dev.keshi.workflow.deployment;

import dev.keshi.messaging.CommandContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * Deploys the processes that come with the service, unless an administrator has deployed something under their key: the document
 * that is there already changes nothing. They were checked when they were built, so only a machine that is too busy refuses one.
 */
@Service
class BundledProcessService {

    private final DeploymentService definitions;

    BundledProcessService(DeploymentService definitions) {
        this.definitions = definitions;
    }

    void bringIn(CommandContext context) {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
                deploy(context, resource.getContentAsByteArray());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void deploy(CommandContext context, byte[] xml) {
        var key = definitions.validate(xml).key();
        var newest = definitions.newest(key);
        if (newest.isEmpty() || newest.get().deployedBy().equals(context.actor())) {
            definitions.deploy(context, xml);
        }
    }
}
