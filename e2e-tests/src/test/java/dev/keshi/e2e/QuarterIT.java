package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;

/** Days pass on the running platform, for all services at once. */
@OnThePlatform
@Order(Integer.MAX_VALUE)
class QuarterIT {

    private static final String LATE = "keshi.workflow.work-item-became-late.v1";

    private final Caller employee;
    private final Caller manager;
    private final Caller auditor;
    private final EnterpriseClock clock;

    QuarterIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        auditor = keshi.person(Part.AUDITOR);
        clock = keshi.platform().clock();
    }

    @Scenario({"W10", "X8"})
    void workBecomesLateOnceWhenItsDayHasPassedAndNobodyHasToSignInAnew() {
        LocalDate today = clock.today();
        String token = employee.token();
        String first = WorkItems.assign(manager, People.idOf(employee), "月末对账", today.plusDays(1));
        String second = WorkItems.assign(manager, People.idOf(employee), "季度归档", today.plusDays(40));
        assertThat(WorkItems.find(employee, first).path("late").asBoolean()).isFalse();

        clock.forwardTo(today.plusDays(2));

        assertThat(WorkItems.find(employee, first).path("late").asBoolean()).isTrue();
        Eventually.holds(() -> archived(first).equals(List.of(LATE)));
        assertThat(archived(second)).isEmpty();

        clock.forwardTo(today.plusDays(41));

        Eventually.holds(() -> archived(second).equals(List.of(LATE)));
        assertThat(archived(first)).containsExactly(LATE);
        assertThat(Caller.withToken(employee.gateway(), token)
                        .get("/api/org/v1/people/me")
                        .status())
                .isEqualTo(200);
    }

    /** How often a work item was told to be late. */
    private List<String> archived(String item) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + item)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .filter(LATE::equals)
                .toList();
    }
}
