package dev.keshi.service.time;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Clock and enterprise time, unless the application brings its own. */
@AutoConfiguration
public class TimeAutoConfiguration {

    /** For a platform on one machine that shows months in a minute; nobody else sets it. */
    static final String CLOCK_FILE = "keshi.enterprise.time.clock-file";

    private static final String ADDRESS = "server.address";

    private static final Logger log = LoggerFactory.getLogger(TimeAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock(Environment environment) {
        var file = environment.getProperty(CLOCK_FILE, "");
        if (file.isBlank()) {
            return Clock.systemUTC();
        }
        requireOnThisMachineOnly(environment);
        var moved = new MovedClock(Clock.systemUTC(), Path.of(file), System::nanoTime);
        log.warn("The clock follows {} and is {} off: this is no platform to work on", file, moved.offset());
        return moved;
    }

    /** Whoever sets the file by mistake where people work gets a service that does not start, not one with wrong dates. */
    private static void requireOnThisMachineOnly(Environment environment) {
        var address = environment.getProperty(ADDRESS, "");
        if (!isLoopback(address)) {
            throw new IllegalStateException(
                    "%s moves the clock, so nobody but this machine may reach the service: %s is to be 127.0.0.1, not '%s'. Remove %s anywhere else."
                            .formatted(CLOCK_FILE, ADDRESS, address, CLOCK_FILE));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Bean
    @ConditionalOnMissingBean
    RealTime realTime(Clock clock) {
        return new RealTime(clock instanceof MovedClock moved ? moved.machine() : clock);
    }

    @Bean
    @ConditionalOnMissingBean
    EnterpriseTime enterpriseTime(Clock clock, Environment environment) {
        return new EnterpriseTime(
                clock, ZoneId.of(environment.getProperty("keshi.enterprise.time.zone", "Asia/Shanghai")));
    }
}
