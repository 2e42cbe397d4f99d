package dev.keshi.service.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Clock and enterprise time, unless the application brings its own. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    EnterpriseTime enterpriseTime(Clock clock, Environment environment) {
        return new EnterpriseTime(
                clock, ZoneId.of(environment.getProperty("keshi.enterprise.time.zone", "Asia/Shanghai")));
    }
}
