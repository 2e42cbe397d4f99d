package dev.keshi.launcher.tour;

import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PlatformStatus.OfService;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What the platform takes of this machine. */
final class Machine {

    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private Machine() {}

    static Shown memory(Platform platform) {
        List<OfService> services = platform.status().services();
        var values = new TreeMap<String, Object>();
        services.forEach(service -> values.put(service.service().module(), service.residentMegabytes()));
        return new Shown(
                services.stream()
                        .map(service -> "%s %d MB".formatted(service.service().route(), service.residentMegabytes()))
                        .collect(Collectors.joining(", ")),
                values);
    }

    /** CPU of all processes of the platform together, while nobody asks for anything, in percent of one core. */
    static Shown idle(Platform platform) {
        LockSupport.parkNanos(SETTLE.toNanos());
        Map<String, Duration> before = cpu(platform);
        long begin = System.nanoTime();
        LockSupport.parkNanos(WINDOW.toNanos());
        double window = System.nanoTime() - begin;
        var values = new TreeMap<String, Object>();
        double all = 0;
        for (var entry : cpu(platform).entrySet()) {
            Duration used = entry.getValue().minus(before.getOrDefault(entry.getKey(), entry.getValue()));
            double percent = used.toNanos() / window * 100;
            values.put(entry.getKey(), percent);
            all += percent;
        }
        values.put("all", all);
        return new Shown(String.format(Locale.ROOT, "%.1f%% of one core for all processes together", all), values);
    }

    private static Map<String, Duration> cpu(Platform platform) {
        var used = new TreeMap<String, Duration>();
        platform.pids()
                .forEach((name, pid) -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .ifPresent(duration -> used.put(name, duration)));
        return used;
    }
}
