package dev.keshi.notification.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heartbeat a stream is never silent for longer, so that whoever is gone is noticed
 * @param checkEvery how soon revoked rights end a stream
 * @param perPerson streams one person may have open on this replica; the limit for all is {@code keshi.http.max-streams}
 */
@ConfigurationProperties("keshi.notification.live")
record LiveProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration checkEvery,
        @DefaultValue("8") int perPerson) {}
