package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Replica;
import dev.keshi.launcher.platform.Service;
import dev.keshi.launcher.platform.SideBySide;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * Each of performance-, training- and risk-service scales by itself: with a second replica of each, calls that go to both in turn and one of the two
 * killed in the middle, a department lives what another has lived with one replica of each; all that can be read of it, at either, is the same.
 */
@OnThePlatform
class TwoReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Which call to the service is the last that the replica hears: in the midst of a cycle, of a course, of a warning. Odd ones go to the second:
     * the first is the one that the gateway knows, and the department with one replica is read through it.
     */
    private static final Map<Service, Integer> LAST_CALL =
            new EnumMap<>(Map.of(Service.PERFORMANCE, 31, Service.TRAINING, 9, Service.RISK, 21));

    private static final List<Service> SCALED = List.of(Service.PERFORMANCE, Service.TRAINING, Service.RISK);

    private final Keshi keshi;
    private final Map<Replica, CompletableFuture<Void>> killed = new ConcurrentHashMap<>();

    TwoReplicasIT(Keshi keshi) {
        this.keshi = keshi;
    }

    /** Also when the scenario has failed: what comes after it needs one of each. */
    @AfterEach
    void oneOfEachIsLeft() {
        SideBySide.forEach(SCALED, service -> {
            keshi.platform().stop(Replica.second(service));
            keshi.start(service);
        });
    }

    @Scenario({"P1", "P5", "T3", "T5", "R3", "R4", "Z2", "Z4", "Z5", "X2", "X7"})
    void withTwoReplicasOfWhichOneIsKilledNothingIsLostAndNothingIsThereTwice() {
        LocalDate today = LivedDepartment.todayThatGoesOn();
        var one = LivedDepartment.lived(keshi, today, Caller::insisting, _ -> {});
        eventually(PATIENCE, () -> LivedDepartment.wentRound(one.end()));
        SideBySide.forEach(SCALED, service -> keshi.start(Replica.second(service)));

        LivedDepartment two;
        try (var balancer = new Balancer(keshi, both(), this::dies)) {
            two = LivedDepartment.lived(keshi, today, balancer::caller, _ -> {});
            assertThat(killed.keySet()).extracting(Replica::service).containsExactlyInAnyOrderElementsOf(SCALED);
            for (Replica replica : both()) {
                assertThat(balancer.answeredBy(replica)).as("%s", replica).isPositive();
            }
            eventually(PATIENCE, () -> LivedDepartment.isTheSame(two.end(), one.end()));
        }

        killed.values().forEach(CompletableFuture::join);
        SideBySide.forEach(List.copyOf(killed.keySet()), keshi::start);
        OwnDepartment.isHeard(keshi);
        new Aftermath(keshi).comes();
        Map<String, List<String>> end = one.end();
        LivedDepartment.wentRound(end);
        for (int number = 1; number <= 2; number++) {
            int which = number;
            var alone =
                    SCALED.stream().map(service -> new Replica(service, which)).toList();
            try (var at = new Balancer(keshi, alone, (_, _) -> {})) {
                LivedDepartment.isTheSame(two.end(at::caller), end);
            }
        }
    }

    /** While it is called. */
    private void dies(Replica replica, int call) {
        if (call == LAST_CALL.get(replica.service())) {
            killed.put(
                    replica, CompletableFuture.runAsync(() -> keshi.platform().kill(replica)));
        }
    }

    private static List<Replica> both() {
        return SCALED.stream()
                .flatMap(service -> Stream.of(Replica.first(service), Replica.second(service)))
                .toList();
    }
}
