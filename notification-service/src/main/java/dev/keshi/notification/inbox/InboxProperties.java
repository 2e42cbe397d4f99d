package dev.keshi.notification.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param retention how long a finished notification is kept */
@ConfigurationProperties("keshi.notification.inbox")
record InboxProperties(@DefaultValue("180d") Duration retention) {

    /** Kafka keeps events for 30 days. */
    private static final Duration SHORTEST = Duration.ofDays(31);

    InboxProperties {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("keshi.notification.inbox.retention: " + retention.toDays()
                    + " days; less than 31 would let a repeated event bring an expired notification back");
        }
    }
}
