package dev.keshi.workflow.deployment;

import dev.keshi.messaging.bundle.Bundle;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.definition.BpmnCompiler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeploymentConfiguration {

    @Bean
    ConditionEvaluator conditionEvaluator() {
        return ConditionEvaluator.withDefaults();
    }

    @Bean
    BpmnCompiler bpmnCompiler(ConditionEvaluator conditions) {
        return new BpmnCompiler(conditions);
    }

    @Bean
    Bundle bundledProcesses(BundledProcessService processes) {
        return new Bundle("bundled-processes", processes::bringIn);
    }
}
