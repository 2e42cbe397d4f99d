package dev.keshi.e2e;

import dev.keshi.chaos.fault.Redelivery;
import dev.keshi.chaos.fault.Signals;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.SideBySide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Consumers stand still and go on by chance, so that what several topics tell meets them in other orders; in the middle one of them dies. In the end
 * each of them has heard everything twice.
 */
final class Disorder implements LoopOfADepartment.Turn, AutoCloseable {

    private static final List<Service> CONSUMERS = List.of(
            Service.WORKFLOW,
            Service.PERFORMANCE,
            Service.TRAINING,
            Service.RISK,
            Service.NOTIFICATION,
            Service.REPORTING);
    private static final List<Service> OF_THE_LOOP = List.of(Service.PERFORMANCE, Service.TRAINING, Service.RISK);

    /** When there is enough to be heard again. */
    private static final int DIES_FROM = 4;

    private final Keshi keshi;
    private final Random chance;
    private final Instant begin = Instant.now();
    private final Set<Service> still = EnumSet.noneOf(Service.class);
    private final Set<Service> dead = EnumSet.noneOf(Service.class);
    private final Set<Service> heardAgain = EnumSet.noneOf(Service.class);
    private final Service mortal;
    private int turn;

    Disorder(Keshi keshi, long seed) {
        this.keshi = keshi;
        chance = new Random(seed);
        mortal = OF_THE_LOOP.get(chance.nextInt(OF_THE_LOOP.size()));
    }

    @Override
    public void begins(Service... called) {
        var needed = Set.of(called);
        turn++;
        List.copyOf(dead).forEach(this::hearsAgain);
        for (Service service : CONSUMERS) {
            boolean stands = chance.nextInt(3) > 0 && !needed.contains(service);
            if (stands && still.add(service)) {
                Signals.stop(pid(service));
            } else if (!stands && still.remove(service)) {
                Signals.goOn(pid(service));
            }
        }
        boolean dies = turn >= DIES_FROM && dead.isEmpty() && !heardAgain.contains(mortal) && !needed.contains(mortal);
        if (dies) {
            still.remove(mortal);
            keshi.kill(mortal);
            dead.add(mortal);
        }
        System.out.printf("Turn %d, %s: %s stand still, %s dead%n", turn, needed, still, dead);
    }

    /** Those that have not died come to an end, too, and go on from where they were in the beginning. */
    void everythingIsHeardAgain() {
        close();
        List.copyOf(dead).forEach(this::hearsAgain);
        var others = new ArrayList<>(CONSUMERS);
        others.removeAll(heardAgain);
        SideBySide.forEach(others, keshi.platform()::stop);
        others.forEach(this::forgets);
        keshi.startAll(others);
    }

    boolean hasHeardEverythingAgain() {
        return heardAgain.containsAll(CONSUMERS);
    }

    private void hearsAgain(Service service) {
        forgets(service);
        keshi.start(service);
        dead.remove(service);
    }

    private void forgets(Service service) {
        Redelivery.since(begin, service.module(), keshi.kafka());
        heardAgain.add(service);
    }

    private long pid(Service service) {
        return keshi.platform().pid(service).orElseThrow();
    }

    @Override
    public void close() {
        still.forEach(service -> Signals.goOn(pid(service)));
        still.clear();
    }
}
