package dev.keshi.org.position;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PositionConfiguration {

    @Bean
    RoleTemplates roleTemplates() {
        return new RoleTemplates();
    }
}
