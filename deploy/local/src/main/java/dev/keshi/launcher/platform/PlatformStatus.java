package dev.keshi.launcher.platform;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What runs at one moment.
 *
 * @param gateway the public address
 * @param kafka bootstrap address
 * @param mongodb connection string without name and password
 */
public record PlatformStatus(String gateway, String kafka, String mongodb, List<OfService> services) {

    public PlatformStatus {
        services = List.copyOf(services);
    }

    /**
     * One service.
     *
     * @param residentMegabytes 0 when it does not run
     * @param start how long its last start took until it was ready
     * @param lag records that its consumer group has not worked off yet; empty when Kafka does not say
     */
    public record OfService(
            Service service,
            ServiceState state,
            int port,
            OptionalLong pid,
            long residentMegabytes,
            Duration start,
            OptionalLong lag) {}
}
