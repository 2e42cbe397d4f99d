package dev.keshi.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts reporting-service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class ReportingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ReportingServiceApplication.class, args);
    }
}
