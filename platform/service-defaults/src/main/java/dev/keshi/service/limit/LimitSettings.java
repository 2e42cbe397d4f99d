package dev.keshi.service.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxConcurrent requests worked on at once; stays below the MongoDB pool, so that none waits for a connection
 * @param maxWait how long a request may wait for its turn
 * @param maxStreams open event streams; they hold no connection and have this limit of their own
 * @param maxJson largest JSON body
 * @param maxUpload largest other body
 * @param maxImport largest body under one of the import paths, which must read it as a stream
 */
@ConfigurationProperties("keshi.http")
public record LimitSettings(
        @DefaultValue("48") int maxConcurrent,
        @DefaultValue("50ms") Duration maxWait,
        @DefaultValue("2000") int maxStreams,
        @DefaultValue("1MB") DataSize maxJson,
        @DefaultValue("10MB") DataSize maxUpload,
        @DefaultValue("100MB") DataSize maxImport,
        @DefaultValue("/api/org/v1/imports") List<String> importPaths) {}
