package dev.keshi.training;

import dev.keshi.test.infrastructure.Finds;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** The whole service on a real MongoDB and Kafka, with its {@link Enterprise} and a clock that tests move; one for all tests. */
@RealInfrastructure
@AutoConfigureMockMvc
@SpringBootTest(
        classes = {TrainingServiceApplication.class, Enterprise.class, Finds.class, MovedClock.class},
        properties = {
            "keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.sweep.every=200ms",
            "keshi.cursor.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunningService {}
