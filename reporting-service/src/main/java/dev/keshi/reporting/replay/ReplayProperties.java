package dev.keshi.reporting.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param topicPrefix topics of callers begin with it and the caller's id, so that the broker's rules can allow reporting-service to write to them
 *     and to no others
 * @param activePerCaller replays at a time
 */
@ConfigurationProperties("keshi.reporting.replay")
record ReplayProperties(
        @DefaultValue("replays.") String topicPrefix,
        @DefaultValue("3") int activePerCaller) {}
