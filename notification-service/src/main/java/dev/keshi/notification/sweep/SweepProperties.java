package dev.keshi.notification.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every how long after one look the next begins */
@ConfigurationProperties("keshi.notification.sweep")
record SweepProperties(@DefaultValue("30s") Duration every) {}
