package dev.keshi.reporting;

import dev.keshi.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service on a real MongoDB and Kafka; one for all tests, which use keys of their own. */
@RealInfrastructure
@SpringBootTest(
        classes = {ReportingServiceApplication.class, TestIdentity.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.cursor.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.reporting.export.most-events=700"
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunningService {}
