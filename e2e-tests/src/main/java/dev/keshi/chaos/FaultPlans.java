package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.MongoTrio;
import dev.keshi.chaos.fault.Poison;
import dev.keshi.chaos.fault.PrimaryFaults;
import dev.keshi.chaos.fault.ProcessFaults;
import dev.keshi.chaos.fault.Storm;
import dev.keshi.launcher.platform.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults a run has, and how often it tries each. */
final class FaultPlans {

    private FaultPlans() {}

    /**
     * All that can be tried on one platform in these surroundings, in an order that the seed decides. The platform need not run for the names of
     * it.
     *
     * @param kafka where the broker is, or will be
     */
    static List<Fault> inSurroundings(
            Platform platform, Poison poison, String kafka, UnusualSurroundings surroundings, Scale scale, long seed) {
        var faults = new ArrayList<>(onAnyPlatform(platform, scale));
        var failpoints = surroundings.failpoints();
        faults.add(scale == Scale.FULL ? failpoints.halts(platform, 50) : failpoints.haltsOfSeveral(platform));
        faults.add(gathered(surroundings.network().cuts(scale.of(0, 4, 20 * 8)), scale));
        faults.add(gathered(surroundings.network().badLines(scale.of(0, 1, 20)), scale));
        faults.add(poison.among(scale.of(0, 2, 20), scale.of(0, 250, 500)));
        faults.add(new Storm(kafka, surroundings.network()).storms(scale.of(0, 2, 30)));
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }

    /** Those of a platform whose MongoDB has three members. */
    static List<Fault> onThreeMembers(MongoTrio members, Scale scale) {
        return List.of(new PrimaryFaults(members).lostPrimaries(scale.of(0, 1, 40)));
    }

    /** Those that need nothing but a platform. */
    static List<Fault> onAnyPlatform(Platform platform, Scale scale) {
        var processes = new ProcessFaults(platform);
        return List.of(
                gathered(processes.killedServices(scale.of(1, 1, 40)), scale),
                gathered(processes.forgottenOffsets(scale.of(2, 2, 50)), scale),
                processes.killedBroker(scale.of(2, 2, 60)),
                processes.killedStore(scale.of(1, 3, 60)),
                processes.stoppedProcesses(scale.of(2, 4, 100), scale.of(3, 5, 5), scale.of(4, 6, 90)));
    }

    /** What strikes services one by one strikes two at the same time where there is little time. */
    private static Fault gathered(Fault fault, Scale scale) {
        return scale == Scale.FULL ? fault : fault.byTwo();
    }
}
