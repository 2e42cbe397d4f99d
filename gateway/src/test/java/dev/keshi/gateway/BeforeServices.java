package dev.keshi.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The gateway on a real port, before four small services and one address where nobody listens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.tracing.sampling.probability=1.0",
            "keshi.gateway.limits.requests=12",
            "keshi.gateway.limits.requests-per-service=4",
            "keshi.gateway.limits.requests-per-caller=3",
            "keshi.gateway.limits.open-requests-per-minute=5",
            "keshi.gateway.limits.streams=2",
            "keshi.gateway.limits.deadline=2s"
        })
@Import({TestKeys.class, TestUpstreams.class})
@interface BeforeServices {}
