package dev.keshi.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.fault.Failpoints;
import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.Strike;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import dev.keshi.launcher.platform.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which services are struck is decided by the seed: a run is no longer for it, and after some nights all of them were. */
class FaultPlansTest {

    private static final String HALTS = "halt at named failpoints";
    private static final String FORGETTING = "offsets wound back to the first event";
    private static final String STANDSTILL = "SIGSTOP of a process";
    private static final List<String> OF_THE_LOOP = List.of("performance-service", "training-service", "risk-service");

    @TempDir
    Path folder;

    @Test
    void eachSeedStrikesServicesOfTheLoopAndInSomeNightsAllAreStruck() {
        for (String title : List.of(HALTS, FORGETTING, STANDSTILL)) {
            var nights = LongStream.range(20261122, 20261142)
                    .mapToObj(seed -> struck(strikes(Scale.SHORT, title, seed)))
                    .toList();

            assertThat(nights).as(title).allSatisfy(night -> assertThat(night).containsAnyElementsOf(OF_THE_LOOP));
            assertThat(nights.stream().flatMap(List::stream)).as(title).containsAll(struckAtTimes(title));
        }
        assertThat(struck(strikes(Scale.CUT, STANDSTILL, 20261121))).containsAnyElementsOf(OF_THE_LOOP);
        assertThat(struck(strikes(Scale.CUT, FORGETTING, 20261121))).containsAnyElementsOf(OF_THE_LOOP);
    }

    @Test
    void noServiceIsEndedAtTwoPlacesAtOnceAndEveryPlaceHasItsTurn() {
        for (long seed = 1; seed <= 50; seed++) {
            var strikes = strikes(Scale.SHORT, HALTS, seed);

            assertThat(strikes).as("starts stay as many").hasSize(4);
            assertThat(strikes)
                    .allSatisfy(strike -> assertThat(ends(strike))
                            .extracting(end -> end.split(" of ")[1])
                            .doesNotHaveDuplicates());
            assertThat(strikes.stream().flatMap(strike -> ends(strike).stream()))
                    .extracting(end -> end.split(" of ")[0])
                    .hasSize(12)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasShortStaysShort() {
        assertThat(strikes(Scale.CUT, FORGETTING, 1)).hasSize(1);
        assertThat(strikes(Scale.SHORT, FORGETTING, 1)).hasSize(1);
        assertThat(strikes(Scale.CUT, STANDSTILL, 1)).hasSize(2);
        assertThat(strikes(Scale.SHORT, STANDSTILL, 1)).hasSize(4);
    }

    /** By these names sabotage.sh chooses. */
    @Test
    void allOfItEndsReportingServiceWhereSabotageShows() {
        assertThat(strikes(Scale.FULL, HALTS, 1))
                .hasSize(600)
                .extracting(Strike::what)
                .contains(
                        "AFTER_OFFSET_COMMIT of reporting-service, passing 1",
                        "BEFORE_OFFSET_COMMIT of reporting-service, passing 1");
    }

    private List<Strike> strikes(Scale scale, String title, long seed) {
        var platform = idle();
        var failpoints = new Failpoints(folder);
        var halts = scale == Scale.FULL ? failpoints.halts(platform, 50) : failpoints.haltsOfSeveral(platform);
        Fault fault = title.equals(HALTS)
                ? halts
                : FaultPlans.onAnyPlatform(platform, scale).stream()
                        .filter(one -> one.title().equals(title))
                        .findFirst()
                        .orElseThrow();
        return Experiment.strikes(fault, seed);
    }

    private Platform idle() {
        return new Platform(
                new Checkout(Path.of("..")), new StateFolder(folder), new PortBase(12_000), Map.of(), _ -> {});
    }

    private static List<String> struck(List<Strike> strikes) {
        return Arrays.stream(Service.values())
                .map(Service::module)
                .filter(module ->
                        strikes.stream().anyMatch(strike -> strike.what().contains(module)))
                .toList();
    }

    /** Those that a fault can strike at all. */
    private static List<String> struckAtTimes(String title) {
        var services = Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .map(Service::module);
        return title.equals(FORGETTING)
                ? services.filter(module ->
                                !List.of("org-service", "workflow-service").contains(module))
                        .toList()
                : services.toList();
    }

    /** Each place and service that a strike ends. */
    private static List<String> ends(Strike strike) {
        return Arrays.stream(strike.what().split(", (and )?"))
                .filter(part -> part.contains(" of "))
                .toList();
    }
}
