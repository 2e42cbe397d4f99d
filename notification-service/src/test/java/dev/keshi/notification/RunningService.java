package dev.keshi.notification;

import dev.keshi.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service on a real MongoDB and Kafka; one for all tests, which use people of their own. */
@RealInfrastructure
@SpringBootTest(
        classes = {NotificationServiceApplication.class, TestIdentity.class, MovedDays.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "keshi.personal-data.key=" + RunningService.WRAPPING_KEY,
            "keshi.cursor.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.sweep.every=200ms",
            "keshi.notification.live.heartbeat=700ms",
            "keshi.notification.live.check-every=300ms",
            "keshi.notification.live.per-person=3",
            "server.tomcat.connection-timeout=2s",
            "keshi.consumer.fill-gaps=false"
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunningService {

    String WRAPPING_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
}
