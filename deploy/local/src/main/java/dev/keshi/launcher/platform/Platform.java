package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.mongo.MongodProgram;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/** Keshi on this machine: a MongoDB, a Kafka and the services, as processes that outlive whoever starts them. */
public final class Platform {

    private final Checkout checkout;
    private final StateFolder state;
    private final PortBase ports;
    private final LocalInfrastructure infrastructure;
    private final Map<String, String> environment;
    private final LongConsumer born;
    private final Surroundings surroundings;

    /**
     * @param environment may name a MongoDB ({@code MONGODB_URI}) and a Kafka ({@code KAFKA_BOOTSTRAP}) to use instead of private ones;
     *     {@code KESHI_TRAINING=off} starts services that are not trained without training them
     * @param born is told the pid of each process as soon as it exists
     */
    public Platform(
            Checkout checkout, StateFolder state, PortBase ports, Map<String, String> environment, LongConsumer born) {
        this(checkout, state, ports, environment, born, Surroundings.USUAL);
    }

    /** A platform in unusual surroundings. */
    public Platform(
            Checkout checkout,
            StateFolder state,
            PortBase ports,
            Map<String, String> environment,
            LongConsumer born,
            Surroundings surroundings) {
        this.surroundings = surroundings;
        this.checkout = checkout;
        this.environment = Map.copyOf(environment);
        this.state = state;
        this.ports = ports;
        this.infrastructure = new LocalInfrastructure(
                state, ports.infrastructure(), environment, born, surroundings.brokerListeners());
        this.born = born;
    }

    /**
     * The platform of a checkout.
     *
     * @param wanted the port base that was asked for; without one, that of the last {@code up}, else the usual one
     */
    public static Platform of(Checkout checkout, Optional<PortBase> wanted) {
        StateFolder state = checkout.state();
        Optional<PortBase> last = Remembered.in(state).map(Remembered::ports);
        var platform = new Platform(
                checkout, state, wanted.or(() -> last).orElse(PortBase.DEFAULT), System.getenv(), pid -> {});
        if (last.isPresent() && !last.get().equals(platform.ports) && platform.somethingRuns()) {
            throw new LocalFailure("Keshi already runs on port base %d: stop it with ./keshi down before it can use %d."
                    .formatted(last.get().number(), platform.ports.number()));
        }
        return platform;
    }

    public Checkout checkout() {
        return checkout;
    }

    public StateFolder state() {
        return state;
    }

    /** The clock that all services share. */
    public EnterpriseClock clock() {
        return EnterpriseClock.of(state);
    }

    /**
     * Sets the clock back when nothing was ever kept here, so that days which then pass quickly end today; else it stays as it is.
     * A MongoDB or Kafka of somebody else may hold data of another time, so with them it stays too.
     */
    public void beginBefore(int days) {
        var given = new GivenInfrastructure(environment);
        if (given.mongodb().isEmpty() && given.kafka().isEmpty()) {
            clock().beginBefore(days);
        }
    }

    /** Ends a time in which the clock was behind: it is the machine's again, and MongoDB removes again what is over. */
    public void catchUp() {
        clock().catchUp();
        if (clock().wasMoved()) {
            startInfrastructure(Progress.silent());
        }
    }

    public PortBase ports() {
        return ports;
    }

    /** The services that are built, in the order in which they start. */
    public List<Service> services() {
        return checkout.services();
    }

    /** MongoDB and Kafka at the same time; returns when both serve. Changes nothing when they run. */
    public LocalInfrastructure.Running startInfrastructure(Progress progress) {
        var running = infrastructure.start(progress);
        keepWhileBehind(running.mongodb());
        new Remembered(ports, running.kafka(), running.mongodb().address()).write(state);
        return running;
    }

    /**
     * Rows are removed some days after a date of the enterprise, by the server's own clock: with the first one behind the second they would be gone at
     * once, and whoever is told of an event again could not know that it was dealt with.
     */
    private void keepWhileBehind(MongoAccounts mongodb) {
        if (clock().wasMoved() && infrastructure.privateMongodb().isPresent()) {
            mongodb.removeExpired(!clock().offset().isNegative());
        }
    }

    /** Keeps the port base for the next {@code up}, when it is not the usual one. */
    public void rememberPorts() {
        if (!ports.equals(PortBase.DEFAULT)) {
            new Remembered(ports, "", "").write(state);
        }
    }

    /** Takes the built services apart and trains them and the broker, unless that was done; starting does it for a service by itself when need be. */
    public void prepareAll(Progress progress) {
        if (trains()) {
            BrokerPreparation.prepare(progress);
        }
        SideBySide.forEach(services(), service -> preparation().prepare(service, progress));
    }

    /** Told when a service is ready, and after how long; no time when it ran already. */
    public interface Listener {
        void ready(Service service, Optional<Duration> took);
    }

    /** Starts services, as many at a time as there are processors, in their order. */
    public void startAll(
            List<Service> wanted, LocalInfrastructure.Running running, Progress progress, Listener listener) {
        SideBySide.forEach(wanted, service -> listener.ready(service, start(service, running, progress)));
    }

    /**
     * Starts the service and returns when it is ready. One that runs from an older build is started anew.
     *
     * @return how long it took; empty when the service ran already and nothing was done
     */
    public Optional<Duration> start(Service service, LocalInfrastructure.Running running, Progress progress) {
        return start(Replica.first(service), running, progress);
    }

    /** Starts one beside others of the service, or the only one. */
    public Optional<Duration> start(Replica replica, LocalInfrastructure.Running running, Progress progress) {
        Service service = replica.service();
        var program = preparation().prepare(service, progress);
        var process = process(replica);
        try (var readiness = new Readiness()) {
            if (process.runs(program) && readiness.of(ports.management(replica))) {
                return Optional.empty();
            }
            process.stop();
            var usual = new ServiceEnvironment(state, ports).of(replica, running);
            return Optional.of(process.start(
                    program.in(surroundings.classPath(service, program.jar())),
                    surroundings.flags(service),
                    surroundings.environment(service, usual),
                    readiness));
        }
    }

    public void stop(Service service) {
        stop(Replica.first(service));
    }

    public void stop(Replica replica) {
        process(replica).stop();
    }

    /** Ends the service as a power cut would. */
    public void kill(Service service) {
        kill(Replica.first(service));
    }

    /** Ends it as a power cut would; others of the service go on. */
    public void kill(Replica replica) {
        process(replica).kill();
    }

    /** Ends the private MongoDB as a power cut would; {@link #startInfrastructure} brings it back. */
    public void killMongodb() {
        infrastructure.privateMongodb().orElseThrow().kill();
    }

    /** Ends the private Kafka as a power cut would; {@link #startInfrastructure} brings it back. */
    public void killKafka() {
        infrastructure.privateKafka().orElseThrow().kill();
    }

    public OptionalLong pid(Service service) {
        return process(service).pid();
    }

    /** Pids of the private MongoDB and Kafka, by name, and of the services. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        infrastructure.privateMongodb().ifPresent(mongod -> mongod.pid().ifPresent(pid -> pids.put("mongod", pid)));
        infrastructure.privateKafka().ifPresent(kafka -> kafka.pid().ifPresent(pid -> pids.put("kafka", pid)));
        for (Service service : Service.values()) {
            for (Replica replica : List.of(Replica.first(service), Replica.second(service))) {
                process(replica).pid().ifPresent(pid -> pids.put(replica.name(), pid));
            }
        }
        return pids;
    }

    public boolean somethingRuns() {
        return !pids().isEmpty();
    }

    /** Gracefully: first all services at the same time, then MongoDB and Kafka. */
    public void stop() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Service service : Service.values()) {
                threads.submit(() -> stop(service));
                threads.submit(() -> stop(Replica.second(service)));
            }
        }
        strays().forEach(ProcessHandle::destroyForcibly);
        infrastructure.stop();
    }

    /** Where MongoDB comes from on this machine, for people to read. Nothing is fetched. */
    public String mongodbOrigin() {
        return new GivenInfrastructure(environment)
                .mongodb()
                .map(given -> "the one that MONGODB_URI names")
                .or(() -> MongodProgram.present().map(Path::toString))
                .orElse("none here; ./keshi up fetches one");
    }

    /** Where Kafka comes from on this machine, for people to read. */
    public String kafkaOrigin() {
        return new GivenInfrastructure(environment)
                .kafka()
                .map(given -> "the one that KAFKA_BOOTSTRAP names: " + given)
                .orElseGet(checkout::requireBroker);
    }

    /** Every port that Keshi listens on here, the private MongoDB and Kafka included. */
    public List<Port> wantedPorts() {
        var wanted = new ArrayList<Port>();
        services().forEach(service -> wanted.addAll(List.of(ports.of(service), ports.management(service))));
        var servers = ports.infrastructure();
        infrastructure.privateMongodb().ifPresent(any -> wanted.add(servers.mongodb()));
        infrastructure.privateKafka().ifPresent(any -> wanted.addAll(List.of(servers.broker(), servers.controller())));
        return wanted;
    }

    /** Throws away what lies outside the state folder: databases in a MongoDB and topics in a Kafka that somebody else runs. */
    public void forget() {
        new GivenInfrastructure(environment).forget();
    }

    /** The log of a service, of {@code mongod} or of {@code kafka}. */
    public Path log(String name) {
        return state.log(name);
    }

    /** Where org-service leaves the one-time link of the first administrator. */
    public Path administratorLink() {
        return ServiceEnvironment.administratorLink(state);
    }

    public PlatformStatus status() {
        var remembered = Remembered.in(state);
        String kafka = remembered.map(Remembered::kafka).orElse("");
        boolean asksKafka = !kafka.isEmpty() && somethingRuns();
        try (var readiness = new Readiness();
                var lag = asksKafka ? new ConsumerLag(kafka) : null) {
            var services = services().stream()
                    .map(service -> status(service, readiness, lag == null ? OptionalLong.empty() : lag.of(service)))
                    .toList();
            return new PlatformStatus(
                    ports.gateway(), kafka, remembered.map(Remembered::mongodb).orElse(""), services);
        }
    }

    private PlatformStatus.OfService status(Service service, Readiness readiness, OptionalLong lag) {
        var process = process(service);
        OptionalLong pid = process.pid();
        ServiceState seen = pid.isEmpty()
                ? ServiceState.STOPPED
                : readiness.of(ports.management(service)) ? ServiceState.READY : ServiceState.NOT_READY;
        return new PlatformStatus.OfService(
                service,
                seen,
                ports.of(service).number(),
                pid,
                pid.isPresent() ? Memory.residentMegabytes(pid.getAsLong()) : 0,
                process.lastStart(),
                lag);
    }

    private ProgramPreparation preparation() {
        return new ProgramPreparation(checkout, state, ports, trains());
    }

    private boolean trains() {
        return !"off".equals(environment.get("KESHI_TRAINING"));
    }

    private ServiceProcess process(Service service) {
        return process(Replica.first(service));
    }

    private ServiceProcess process(Replica replica) {
        return new ServiceProcess(state, ports, replica, born);
    }

    /** Services of this very checkout that no run file tells of any more, for example after someone removed it. */
    private List<ProcessHandle> strays() {
        String mark = ServiceProcess.markOf(state);
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(mark))
                        .orElse(false))
                .toList();
    }
}
