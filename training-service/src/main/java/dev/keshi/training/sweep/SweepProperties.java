package dev.keshi.training.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every how long after one look the next begins */
@ConfigurationProperties("keshi.training.sweep")
record SweepProperties(@DefaultValue("2s") Duration every) {}
