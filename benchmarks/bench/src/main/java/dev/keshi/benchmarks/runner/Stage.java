package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.Competitor.Contestant;
import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.LocalInfrastructure.Ports;
import dev.keshi.infrastructure.LocalInfrastructure.Running;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A private mongod and Kafka that all contenders share, in a folder that is gone at the end. */
final class Stage implements AutoCloseable {

    /** What every write of every contender waits for. */
    private static final String DURABILITY = "w=majority&journal=true&readConcernLevel=majority&retryWrites=true";

    private static final String PASSWORD = "bench";

    private final Path root;
    private final Path logs;
    private final Tether tether;
    private final LocalInfrastructure infrastructure;
    private final Running servers;
    private final List<Competitor> competitors = new ArrayList<>();
    private final int heap;
    private final List<String> extraFlags;

    Stage(Path root, int portBase, int heap, List<String> extraFlags) throws IOException {
        this.root = root;
        this.heap = heap;
        this.extraFlags = extraFlags;
        this.logs = Files.createDirectories(root.resolve("benchmarks/target/logs"));
        var folder = Files.createTempDirectory("keshi-bench-");
        tether = new Tether(folder);
        infrastructure = new LocalInfrastructure(
                new StateFolder(folder), portBase == 0 ? Ports.free() : Ports.above(portBase), Map.of(), tether);
        servers = infrastructure.start(_ -> {});
    }

    String kafka() {
        return servers.kafka();
    }

    Path root() {
        return root;
    }

    Path logs() {
        return logs;
    }

    /** Of a service that is measured as it is, MiB. */
    int heap() {
        return heap;
    }

    /** More flags for whatever is measured, to look into it. */
    List<String> extraFlags() {
        return extraFlags;
    }

    /** The connection string of a database, with what every write waits for. */
    String store(String database) {
        return withDurability(servers.mongodb().open(database, PASSWORD));
    }

    /** The environment of a service that keeps its things in this database. */
    Map<String, String> service(String database) {
        return Map.of(
                "SPRING_MONGODB_URI", store(database),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.kafka(),
                "KESHI_SECURITY_ISSUER", "http://bench",
                "KESHI_PERSONAL_DATA_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "KESHI_CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    }

    /** The connection string of who may ask the server what its queries looked at. */
    String administrator() {
        return servers.mongodb().administrator();
    }

    /** The process ends with this one, however that ends. */
    void tether(long pid) {
        tether.accept(pid);
    }

    /** @param settings more of the contender's environment */
    Competitor enter(Contestant contestant, Map<String, String> settings) {
        var database = "bench_" + contestant.name();
        var environment = new HashMap<String, String>();
        environment.put("SPRING_MONGODB_URI", store(database));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("SPRING_APPLICATION_NAME", "bench-" + contestant.name());
        environment.put("SPRING_MAIN_BANNER_MODE", "off");
        environment.put(
                "SPRING_KAFKA_PRODUCER_PROPERTIES_INTERCEPTOR_CLASSES", "dev.keshi.benchmarks.load.AckInterceptor");
        environment.putAll(settings);
        var competitor =
                new Competitor(contestant, root, logs.resolve(contestant.name() + ".log"), extraFlags, environment);
        tether.accept(competitor.pid());
        competitors.add(competitor);
        return competitor;
    }

    private static String withDurability(String address) {
        return address + (address.contains("?") ? "&" : "?") + DURABILITY;
    }

    /** What the contender and both servers have cost until now. */
    Cost costOf(Competitor competitor) {
        return costOf(competitor.pid());
    }

    Cost costOf(long pid) {
        return new Cost(CpuClock.millis(pid), mongod(), broker());
    }

    double mongod() {
        return CpuClock.millis(
                infrastructure.privateMongodb().orElseThrow().pid().orElseThrow());
    }

    double broker() {
        return CpuClock.millis(infrastructure.privateKafka().orElseThrow().pid().orElseThrow());
    }

    @Override
    public void close() {
        competitors.forEach(Competitor::close);
        tether.close();
    }

    /** CPU milliseconds. */
    record Cost(double own, double mongod, double kafka) {

        Cost since(Cost before) {
            return new Cost(own - before.own, mongod - before.mongod, kafka - before.kafka);
        }

        Cost per(double units) {
            return new Cost(own / units, mongod / units, kafka / units);
        }

        double all() {
            return own + mongod + kafka;
        }
    }
}
