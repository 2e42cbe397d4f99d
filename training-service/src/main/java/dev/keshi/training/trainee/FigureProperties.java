package dev.keshi.training.trainee;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a figure of somebody counts; the regulations say nothing of it.
 *
 * @param standing for how long it must not have moved once its period is over
 */
@ConfigurationProperties("keshi.training.figures")
record FigureProperties(@DefaultValue("1d") Duration standing) {}
