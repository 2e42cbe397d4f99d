package dev.keshi.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param epoch {@code ce_epoch} of the events; raised by one when the store was restored to an earlier point, because
 *     sequences given out since then will be given out again
 * @param cap how many unpublished events one aggregate may hold before its commands answer 503
 * @param workers threads that publish; each serves its own share of the lanes
 * @param leaseTime how long a replica that fell silent keeps its lanes
 * @param renewEvery how often lanes are renewed, shared out and taken over
 * @param sweepEvery how often held lanes are searched for events whose change notice was missed
 */
@ConfigurationProperties("keshi.outbox")
public record OutboxSettings(
        @DefaultValue("1") long epoch,
        @DefaultValue("1000") int cap,
        @DefaultValue("2") int workers,
        @DefaultValue("6s") Duration leaseTime,
        @DefaultValue("2s") Duration renewEvery,
        @DefaultValue("15s") Duration sweepEvery) {}
