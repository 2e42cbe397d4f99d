package dev.keshi.launcher.tour;

import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PlatformStatus.OfService;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the platform takes of this machine. */
final class Machine {

    private static final int FEW_PEOPLE = 1_200;
    private static final int MEGABYTES = 300;
    private static final int MEGABYTES_WITH_MANY_PEOPLE = 450;
    private static final int IDLE_PERCENT = 5;
    private static final Duration PART = Duration.ofSeconds(2);
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Machine() {}

    static Shown memory(Platform platform, int people) {
        List<OfService> services = platform.status().services();
        var values = new TreeMap<String, Object>();
        services.forEach(service -> values.put(service.service().module(), service.residentMegabytes()));
        int most = people > FEW_PEOPLE ? MEGABYTES_WITH_MANY_PEOPLE : MEGABYTES;
        return new Shown(
                services.stream()
                        .map(service -> "%s %d MB".formatted(service.service().route(), service.residentMegabytes()))
                        .collect(Collectors.joining(", ")),
                values,
                services.stream()
                        .map(service -> new Goal(service.service().module(), service.residentMegabytes(), most, "MB"))
                        .toList());
    }

    /**
     * CPU of all processes of the platform together, while nobody asks for anything, in percent of one core. What was asked for before
     * keeps compilers and collectors busy for a while, so the measurement begins when the load has stopped falling.
     */
    static Shown idle(Platform platform) {
        Duration waited = Quiet.await(() -> ProcessorTime.during(PART, platform).percent(), PATIENCE);
        var used = ProcessorTime.during(WINDOW, platform);
        var values = new TreeMap<String, Object>(used.percentOfEach());
        values.put("all", used.percent());
        values.put("windowSeconds", WINDOW.toSeconds());
        values.put("waitedSeconds", waited.toMillis() / 1000.0);
        return new Shown(
                String.format(
                        Locale.ROOT,
                        "%.1f%% of one core for all, over %d s after %d s of rest",
                        used.percent(),
                        WINDOW.toSeconds(),
                        waited.toSeconds()),
                values,
                List.of(new Goal("idle", used.percent(), IDLE_PERCENT, "%")));
    }
}
