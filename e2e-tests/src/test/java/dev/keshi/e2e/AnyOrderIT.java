package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.events.Arrivals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/**
 * Two departments live the same: the one while nothing happens, the other while services stand still, one dies, and everything is heard again, by a
 * seed ({@code -Dkeshi.seed=} tells it again). What everybody can read in the end is the same.
 */
@OnThePlatform
class AnyOrderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Keshi keshi;

    AnyOrderIT(Keshi keshi) {
        this.keshi = keshi;
    }

    /** Also when the scenario has failed: what comes after it needs all of them. */
    @AfterEach
    void everybodyIsBack() {
        for (Service service : Service.values()) {
            keshi.start(service);
        }
    }

    @Scenario({"W10", "P4", "T7", "R4", "Z1", "Z2", "Z4", "Z5", "Z16", "D3", "X2"})
    void whateverTheOrderInWhichEventsAreHeardAndHoweverOftenTheEndIsTheSame() {
        LocalDate today = LivedDepartment.todayThatGoesOn();
        var calm = LivedDepartment.lived(keshi, today, Caller::insisting, _ -> {});
        eventually(PATIENCE, () -> LivedDepartment.wentRound(calm.end()));
        var shaken = shaken(today);

        OwnDepartment.isHeard(keshi);
        eventually(PATIENCE, () -> LivedDepartment.isTheSame(shaken.end(), calm.end()));
        new Aftermath(keshi).comes();
        Map<String, List<String>> end = calm.end();
        LivedDepartment.wentRound(end);
        LivedDepartment.isTheSame(shaken.end(), end);

        shaken.team().done("多做一件", today);
        eventually(() -> assertThat(shaken.end())
                .as("one thing more")
                .doesNotContainEntry("figures of the employee", end.get("figures of the employee"))
                .doesNotContainEntry("figures of the department", end.get("figures of the department"))
                .doesNotContainEntry("work of the employee", end.get("work of the employee"))
                .doesNotContainEntry("told", end.get("told")));
    }

    private LivedDepartment shaken(LocalDate today) {
        try (var disorder = new Disorder(keshi, Arrivals.seed("AnyOrderIT"))) {
            var shaken = LivedDepartment.lived(keshi, today, Caller::insisting, disorder);
            disorder.everythingIsHeardAgain();
            assertThat(disorder.hasHeardEverythingAgain()).isTrue();
            return shaken;
        }
    }
}
