package dev.keshi.chaos;

import dev.keshi.chaos.fault.Failpoints;
import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.MongoTrio;
import dev.keshi.chaos.fault.Network;
import dev.keshi.chaos.fault.Poison;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code ./keshi chaos}: starts a platform of its own, breaks it in the ways that were asked for, and prints what came of it. */
public final class Chaos {

    private static final int FIRST_MEMBER = 35;
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Wanted wanted;
    private final Consumer<String> progress;

    private Chaos(Wanted wanted, Consumer<String> progress) {
        this.wanted = wanted;
        this.progress = progress;
    }

    public static void main(String[] typed) {
        System.exit(run(List.of(typed)));
    }

    private static int run(List<String> typed) {
        try {
            var wanted = Wanted.parse(typed);
            Consumer<String> progress = wanted.json() ? line -> {} : System.out::println;
            var report = new Chaos(wanted, progress).run();
            System.out.print(wanted.json() ? report.json() + System.lineSeparator() : report.table());
            return report.passed() ? 0 : BROKEN;
        } catch (IllegalArgumentException misunderstood) {
            System.err.println("keshi: " + misunderstood.getMessage());
            System.err.println(Wanted.USAGE);
            return NOT_UNDERSTOOD;
        } catch (LocalFailure | CallFailure failure) {
            System.err.println("keshi: " + failure.getMessage());
            return BROKEN;
        } catch (Exception failure) {
            failure.printStackTrace();
            return BROKEN;
        }
    }

    /**
     * The small part of it that every test run has, on a platform that runs already.
     *
     * @param progress is told each round
     */
    public static Report cut(Platform platform, DemoEnterprise enterprise, long seed, Consumer<String> progress)
            throws Exception {
        long begin = System.nanoTime();
        var rows = new ArrayList<Row>();
        try (var stage = new Stage(platform, enterprise, seed)) {
            var experiment = new Experiment(stage, seed, progress);
            for (Fault fault : FaultPlans.onAnyPlatform(platform, Scale.CUT)) {
                rows.add(experiment.run(fault));
            }
            rows.add(new Consequences(stage, Settling.PROMISED, progress).row());
        }
        return new Report("cut", seed, rows, Duration.ofNanos(System.nanoTime() - begin), Scale.CUT.goal());
    }

    private Report run() throws Exception {
        long begin = System.nanoTime();
        var rows = new ArrayList<Row>();
        var checkout = new Checkout(Path.of(System.getProperty("keshi.root", "")));
        var folder = OwnPlatform.folder(checkout);
        var ports = wanted.ports().orElseGet(OwnPlatform::freePorts);
        try (var network = new Network(ports)) {
            var surroundings = new UnusualSurroundings(
                    network, new Failpoints(folder.run("").toAbsolutePath()), wanted.includes("F2"), wanted.patches());
            var idle = new Platform(checkout, folder, ports, System.getenv(), _ -> {}, surroundings);
            var usual =
                    FaultPlans.inSurroundings(idle, new Poison(""), "", surroundings, wanted.scale(), wanted.seed());
            var ofThree = FaultPlans.onThreeMembers(
                    new MongoTrio(folder, ports.number() + FIRST_MEMBER, _ -> {}), wanted.scale());
            wanted.requireOne(Stream.concat(usual.stream(), ofThree.stream()).toList());
            if (!wanted.among(usual).isEmpty()) {
                rows.addAll(onOneMember(checkout, OwnPlatform.freshFolder(checkout), ports, surroundings));
            }
            if (!wanted.among(ofThree).isEmpty()) {
                rows.addAll(onThreeMembers(checkout, OwnPlatform.freshFolder(checkout), ports, surroundings));
            }
        }
        return new Report(
                wanted.scale().name().toLowerCase(java.util.Locale.ROOT),
                wanted.seed(),
                rows,
                Duration.ofNanos(System.nanoTime() - begin),
                wanted.goal());
    }

    private List<Row> onOneMember(
            Checkout checkout, StateFolder folder, PortBase ports, UnusualSurroundings surroundings) throws Exception {
        try (var tether = new Tether(folder.data("").toAbsolutePath());
                var own = OwnPlatform.start(checkout, ports, System.getenv(), folder, surroundings, tether)) {
            return rows(
                    own,
                    stage -> FaultPlans.inSurroundings(
                            stage.platform(),
                            stage.poison(),
                            stage.platform().status().kafka(),
                            surroundings,
                            wanted.scale(),
                            wanted.seed()));
        }
    }

    private List<Row> onThreeMembers(
            Checkout checkout, StateFolder folder, PortBase ports, UnusualSurroundings surroundings) throws Exception {
        try (var tether = new Tether(folder.data("").toAbsolutePath());
                var members = new MongoTrio(folder, ports.number() + FIRST_MEMBER, tether)) {
            var environment = new HashMap<>(System.getenv());
            environment.put("MONGODB_URI", members.start());
            try (var own = OwnPlatform.start(checkout, ports, environment, folder, surroundings, tether)) {
                return rows(own, _ -> FaultPlans.onThreeMembers(members, wanted.scale()));
            }
        }
    }

    private List<Row> rows(OwnPlatform own, Function<Stage, List<Fault>> plans) throws Exception {
        var rows = new ArrayList<Row>();
        try (var stage = new Stage(own.platform(), own.enterprise(), wanted.seed())) {
            progress.accept("The platform runs");
            var experiment = new Experiment(stage, wanted.seed(), progress, wanted::chosen, wanted.patience());
            for (Fault fault : wanted.among(plans.apply(stage))) {
                rows.add(experiment.run(fault));
            }
            if (!rows.isEmpty() && wanted.patches().isEmpty()) {
                rows.add(new MadeAnew(own.enterprise().accounts().administrator(), progress).row());
            }
            if (!rows.isEmpty()) {
                rows.add(new Consequences(stage, wanted.patience(), progress).row());
            }
        }
        return rows;
    }
}
