package dev.keshi.test.infrastructure;

import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** Nobody is sent to a service before its migrations and indexes are done; so no test is either. */
public final class StoreReady {

    private static final String STORE = "storeHealthIndicator";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StoreReady() {}

    /** @param context of a service, or of anything else, which has nothing to wait for */
    public static void await(ApplicationContext context) {
        if (context.containsBean(STORE)) {
            var store = context.getBean(STORE, HealthIndicator.class);
            Eventually.holds(
                    PATIENCE,
                    () -> Status.UP.equals(
                            Objects.requireNonNull(store.health()).getStatus()));
        }
    }
}
