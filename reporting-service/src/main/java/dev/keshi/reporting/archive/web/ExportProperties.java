package dev.keshi.reporting.archive.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce exports that run at a time on this replica
 * @param mostEvents events in one export
 */
@ConfigurationProperties("keshi.reporting.export")
record ExportProperties(
        @DefaultValue("2") int atOnce,
        @DefaultValue("100000") int mostEvents) {}
