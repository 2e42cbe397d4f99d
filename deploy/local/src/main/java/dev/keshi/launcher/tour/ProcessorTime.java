package dev.keshi.launcher.tour;

import dev.keshi.launcher.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** What each process of the platform took of one core during a while, in percent. */
record ProcessorTime(Map<String, Double> percentOfEach) {

    /** Waits that long. */
    static ProcessorTime during(Duration window, Platform platform) {
        Map<String, Duration> before = usedBy(platform);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < window.toNanos()) {
            LockSupport.parkNanos(window.toNanos() - (System.nanoTime() - begin));
        }
        double passed = System.nanoTime() - begin;
        var percent = new TreeMap<String, Double>();
        usedBy(platform).forEach((name, used) -> {
            Duration more = used.minus(before.getOrDefault(name, used));
            percent.put(name, more.toNanos() / passed * 100);
        });
        return new ProcessorTime(percent);
    }

    double percent() {
        return percentOfEach.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Duration> usedBy(Platform platform) {
        var used = new TreeMap<String, Duration>();
        platform.pids()
                .forEach((name, pid) -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .ifPresent(duration -> used.put(name, duration)));
        return used;
    }
}
