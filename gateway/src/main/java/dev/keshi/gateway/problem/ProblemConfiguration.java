package dev.keshi.gateway.problem;

import dev.keshi.service.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway has no problems of its own, only the common ones. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    Problems problems() {
        return new Problems(List.of(), Optional::empty);
    }
}
