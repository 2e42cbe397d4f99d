package dev.keshi.notification;

import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import dev.keshi.test.infrastructure.StoreReady;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a second replica beside the one of the tests. */
public record NotificationServiceStarter(ConfigurableApplicationContext context) implements AutoCloseable {

    public static NotificationServiceStarter another(RealMongo database, RealKafka kafka) {
        var context = new SpringApplicationBuilder(
                        NotificationServiceApplication.class, TestIdentity.class, MovedDays.class)
                .run(
                        "--server.port=0",
                        "--keshi.sweep.every=200ms",
                        "--spring.mongodb.uri=" + database.uri(),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrap(),
                        "--keshi.personal-data.key=" + RunningService.WRAPPING_KEY,
                        "--keshi.cursor.key=" + RunningService.WRAPPING_KEY);
        StoreReady.await(context);
        return new NotificationServiceStarter(context);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
