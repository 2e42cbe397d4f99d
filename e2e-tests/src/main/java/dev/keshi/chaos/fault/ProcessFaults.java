package dev.keshi.chaos.fault;

import dev.keshi.infrastructure.process.Progress;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Processes that end or stand still. */
public final class ProcessFaults {

    /** A service that dies with all it has to tell must have something to tell by then. */
    private static final int LONG_ENOUGH_TO_SPEAK = 4_000;

    /** Where work leads to grades, courses and warnings. */
    private static final List<Service> OF_THE_LOOP = List.of(Service.PERFORMANCE, Service.TRAINING, Service.RISK);

    private final Platform platform;

    public ProcessFaults(Platform platform) {
        this.platform = platform;
    }

    /** F1: {@code kill -9} of each service. */
    public Fault killedServices(int each) {
        return new Fault("F1", "kill -9 of a service", chance -> {
            var strikes = new ArrayList<Strike>();
            for (Service service : platform.services()) {
                for (int time = 0; time < each; time++) {
                    strikes.add(killed(service, chance));
                }
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    private Strike killed(Service service, Random chance) {
        return new Strike(service.module(), () -> platform.kill(service), shortly(chance), () -> start(service));
    }

    /**
     * A part of F2 that needs no trap: a consumer dies and hears everything again, from the first event on. Services have their turns, every other
     * time one of the loop.
     */
    public Fault forgottenOffsets(int times) {
        return new Fault("F2", "offsets wound back to the first event", chance -> {
            var ofTheLoop = new Turns(OF_THE_LOOP, chance);
            var others = new Turns(List.of(Service.NOTIFICATION, Service.REPORTING), chance);
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < times; time++) {
                var service = time % 2 == 0 ? others.next() : ofTheLoop.next();
                strikes.add(
                        new Strike(service.module() + " forgets", () -> platform.kill(service), shortly(chance), () -> {
                            Redelivery.to(service.module(), platform.status().kafka());
                            start(service);
                        }));
            }
            return strikes;
        });
    }

    /** F3: {@code kill -9} of the broker; now and then of a service with all it has to tell before the broker is back. */
    public Fault killedBroker(int times) {
        return new Fault("F3", "kill -9 of the broker", chance -> {
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < times; time++) {
                boolean withService = time % 2 == 1;
                var service = chance.nextBoolean() ? Service.WORKFLOW : Service.ORG;
                strikes.add(new Strike(
                        withService ? "kafka, then " + service.module() : "kafka",
                        platform::killKafka,
                        Duration.ofMillis((withService ? LONG_ENOUGH_TO_SPEAK : 500) + chance.nextInt(2500)),
                        () -> {
                            if (withService) {
                                platform.kill(service);
                            }
                            platform.startInfrastructure(Progress.silent());
                            start(service);
                        }));
            }
            return strikes;
        });
    }

    /** F5: {@code kill -9} of mongod. */
    public Fault killedStore(int times) {
        return new Fault("F5", "kill -9 of mongod", chance -> {
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < times; time++) {
                strikes.add(new Strike(
                        "mongod",
                        platform::killMongodb,
                        shortly(chance),
                        () -> platform.startInfrastructure(Progress.silent())));
            }
            return strikes;
        });
    }

    /** F7: a process stands still for a while and goes on as if nothing had been. Services have their turns. */
    public Fault stoppedProcesses(int times, int leastSeconds, int mostSeconds) {
        return new Fault("F7", "SIGSTOP of a process", chance -> {
            var ofTheLoop = new Turns(OF_THE_LOOP, chance);
            var others =
                    new Turns(List.of(Service.ORG, Service.WORKFLOW, Service.NOTIFICATION, Service.REPORTING), chance);
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < times; time++) {
                String name = switch (time % 6) {
                    case 2 -> "kafka";
                    case 3 -> "mongod";
                    case 0, 4 -> others.next().module();
                    default -> ofTheLoop.next().module();
                };
                int seconds = leastSeconds + chance.nextInt(mostSeconds - leastSeconds + 1);
                strikes.add(new Strike(
                        "%s for %d s".formatted(name, seconds),
                        () -> Signals.stop(pid(name)),
                        Duration.ofSeconds(seconds),
                        () -> Signals.goOn(pid(name))));
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    private long pid(String name) {
        Map<String, Long> pids = platform.pids();
        Long pid = pids.get(name);
        if (pid == null) {
            throw new IllegalStateException(name + " does not run: " + pids);
        }
        return pid;
    }

    private void start(Service service) {
        platform.start(service, platform.startInfrastructure(Progress.silent()), Progress.silent());
    }

    private static Duration shortly(Random chance) {
        return Duration.ofMillis(chance.nextInt(1000));
    }
}
