package dev.keshi.service.query;

import dev.keshi.service.time.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds for the interfaces only: pages, the authorization server and the actuator read their queries themselves. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class QueryAutoConfiguration {

    @Bean
    WebMvcConfigurer queryParameters() {
        var refusal = new ParameterCheck();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(refusal).addPathPatterns("/api/**");
            }

            /** As in bodies. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, WrittenTime::day);
                registry.addConverter(String.class, Instant.class, WrittenTime::instant);
            }
        };
    }
}
