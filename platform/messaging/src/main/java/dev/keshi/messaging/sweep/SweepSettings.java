package dev.keshi.messaging.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every how long after one look the next begins */
@ConfigurationProperties("keshi.sweep")
record SweepSettings(@DefaultValue("2s") Duration every) {}
