package dev.keshi.chaos;

import dev.keshi.chaos.fault.Network;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Folders;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A platform that is there to be broken: with a folder and ports of its own, and gone when it is closed. The logs stay. */
final class OwnPlatform implements AutoCloseable {

    private static final int PEOPLE = 150;

    private final Platform platform;
    private final DemoEnterprise enterprise;

    private OwnPlatform(Platform platform) {
        this.platform = platform;
        this.enterprise = new DemoEnterprise(platform);
    }

    /**
     * @param environment as for every platform, see {@link Platform}
     * @param tether is told every process
     */
    static OwnPlatform start(
            Checkout checkout,
            PortBase ports,
            Map<String, String> environment,
            StateFolder folder,
            Surroundings surroundings,
            Tether tether) {
        var platform = new Platform(checkout, folder, ports, environment, tether, surroundings);
        var own = new OwnPlatform(platform);
        own.startAll();
        return own;
    }

    static StateFolder folder(Checkout checkout) {
        return new StateFolder(checkout.state().root().resolve("chaos"));
    }

    /** Empty, with the logs of the run before gone. */
    static StateFolder freshFolder(Checkout checkout) {
        var folder = folder(checkout);
        try {
            Folders.remove(folder.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private void startAll() {
        var running = platform.startInfrastructure(Progress.silent());
        platform.startAll(platform.services(), running, Progress.silent(), (service, took) -> {});
        enterprise.load(PEOPLE, (what, figure, took) -> {});
    }

    Platform platform() {
        return platform;
    }

    DemoEnterprise enterprise() {
        return enterprise;
    }

    /** Somewhere above the ports that people use, and below those that the kernel gives out. */
    static PortBase freePorts() {
        var random = new Random();
        return Stream.generate(() -> new PortBase(12_000 + Network.PORTS * random.nextInt(390)))
                .filter(OwnPlatform::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(PortBase base) {
        return Stream.iterate(base.number(), port -> port + 1)
                .limit(Network.PORTS)
                .noneMatch(port -> new Port(port).isTaken());
    }

    @Override
    public void close() {
        platform.stop();
    }
}
