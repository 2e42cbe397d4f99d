package dev.keshi.gateway.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param requests at once, over all services
 * @param requestsPerService at once, to one service
 * @param requestsPerCaller at once, of one principal
 * @param openRequestsPerMinute of what needs no login, from one address
 * @param streams open event streams
 * @param deadline until an answer must be complete; not for streams and imports
 * @param importPaths below these, bodies may have {@code maxImport} and time is not limited
 */
@ConfigurationProperties("keshi.gateway.limits")
public record LimitSettings(
        @DefaultValue("400") int requests,
        @DefaultValue("150") int requestsPerService,
        @DefaultValue("100") int requestsPerCaller,
        @DefaultValue("60") int openRequestsPerMinute,
        @DefaultValue("2000") int streams,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("1MB") DataSize maxJson,
        @DefaultValue("10MB") DataSize maxUpload,
        @DefaultValue("100MB") DataSize maxImport,
        @DefaultValue("/api/org/v1/imports") List<String> importPaths) {

    public boolean isImport(String path) {
        return importPaths.stream().anyMatch(path::startsWith);
    }
}
