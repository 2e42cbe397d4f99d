package dev.keshi.workflow.approver;

import dev.keshi.directory.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApproverConfiguration {

    @Bean
    ApproverDirectory approverDirectory(Directory directory) {
        return new DirectoryApprovers(directory);
    }
}
