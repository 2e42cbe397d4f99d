package dev.keshi.e2e;

import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Replica;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The whole platform with a small enterprise, and the people who use it. */
final class Keshi implements AutoCloseable {

    private static final int PEOPLE = 150;

    private final Tether tether;
    private final Map<String, String> environment;
    private final Platform platform;
    private final DemoEnterprise enterprise;

    private Keshi(Tether tether, Map<String, String> environment, Platform platform) {
        this.tether = tether;
        this.environment = Map.copyOf(environment);
        this.platform = platform;
        this.enterprise = new DemoEnterprise(platform);
    }

    static Keshi start() {
        try {
            Path folder = Files.createTempDirectory("keshi-e2e");
            var tether = new Tether(folder);
            var environment = new HashMap<>(System.getenv());
            environment.put("KESHI_TRAINING", "off");
            var checkout = new Checkout(Path.of(System.getProperty("keshi.root", "..")));
            var platform = new Platform(checkout, new StateFolder(folder), freePorts(checkout), environment, tether);
            var keshi = new Keshi(tether, environment, platform);
            keshi.startAll();
            return keshi;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAll() {
        long begin = System.nanoTime();
        var running = platform.startInfrastructure(line -> {});
        platform.startAll(platform.services(), running, line -> {}, (service, took) -> {});
        enterprise.load(PEOPLE, (what, figure, took) -> {});
        System.out.printf("The platform with %d people runs after %.1f s%n", PEOPLE, (System.nanoTime() - begin) / 1e9);
    }

    Platform platform() {
        return platform;
    }

    DemoEnterprise enterprise() {
        return enterprise;
    }

    /** Someone of the enterprise, signed in. */
    Caller person(Part part) {
        return login(enterprise.demo().loginOf(part));
    }

    Caller login(String loginName) {
        return enterprise.accounts().caller(loginName);
    }

    String password(String loginName) {
        return enterprise.accounts().password(loginName);
    }

    Caller administrator() {
        return login(Accounts.ADMINISTRATOR);
    }

    Caller nobody() {
        return Caller.nobody(gateway());
    }

    String gateway() {
        return platform.ports().gateway();
    }

    String kafka() {
        return platform.status().kafka();
    }

    /** Where data, logs and secrets of this platform lie, as {@code .keshi} in a checkout. */
    Path stateFolder() {
        return platform.state().root();
    }

    /** Connection string of someone who may do everything there. */
    String mongodb() {
        return platform.startInfrastructure(line -> {}).mongodb().administrator();
    }

    void kill(Service service) {
        platform.kill(service);
    }

    void killMongodb() {
        platform.killMongodb();
    }

    void killKafka() {
        platform.killKafka();
    }

    void startInfrastructure() {
        platform.startInfrastructure(line -> {});
    }

    void start(Service service) {
        platform.start(service, platform.startInfrastructure(line -> {}), line -> {});
    }

    void start(Replica replica) {
        platform.start(replica, platform.startInfrastructure(line -> {}), line -> {});
    }

    String address(Replica replica) {
        return "http://127.0.0.1:" + platform.ports().of(replica).number();
    }

    /** As many at a time as there are processors. */
    void startAll(List<Service> services) {
        platform.startAll(services, platform.startInfrastructure(line -> {}), line -> {}, (service, took) -> {});
    }

    /** Starts a service that is away in other surroundings than usual. */
    void start(Service service, Surroundings surroundings) {
        new Platform(platform.checkout(), platform.state(), platform.ports(), environment, tether, surroundings)
                .start(service, platform.startInfrastructure(line -> {}), line -> {});
    }

    @Override
    public void close() {
        platform.stop();
        tether.close();
    }

    /** Somewhere above the ports that people use, and below those that the kernel gives out. */
    private static PortBase freePorts(Checkout checkout) {
        var random = new Random();
        return Stream.generate(() -> new PortBase(12_000 + 50 * random.nextInt(390)))
                .filter(base -> isFree(checkout, base))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Checkout checkout, PortBase base) {
        var wanted =
                new Platform(checkout, new StateFolder(Path.of("unused")), base, Map.of(), pid -> {}).wantedPorts();
        return wanted.stream().noneMatch(Port::isTaken);
    }
}
