package dev.keshi.chaos;

import dev.keshi.chaos.fault.Failpoints;
import dev.keshi.chaos.fault.Network;
import dev.keshi.infrastructure.kafka.BrokerListener;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lines that can be spoiled, and places in the code at which a service can be ended.
 *
 * @param halts whether services get the trap
 * @param patches jars whose classes services use instead of their own: sabotage, to see whether it is noticed
 */
record UnusualSurroundings(Network network, Failpoints failpoints, boolean halts, List<Path> patches)
        implements Surroundings {

    @Override
    public List<BrokerListener> brokerListeners() {
        return network.brokerListeners();
    }

    @Override
    public Map<String, String> environment(Service service, Map<String, String> usual) {
        return network.environment(service, usual);
    }

    @Override
    public List<Path> classPath(Service service, Path jar) {
        var places = new ArrayList<>(patches);
        places.add(jar);
        if (halts) {
            places.addAll(failpoints.classPath(service));
        }
        return places;
    }

    @Override
    public List<String> flags(Service service) {
        return halts ? failpoints.flags(service) : List.of();
    }
}
