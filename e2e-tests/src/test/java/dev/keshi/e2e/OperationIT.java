package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import java.util.List;

/** What whoever operates the platform sees of each service, which callers from outside do not. */
@OnThePlatform
class OperationIT {

    private final Keshi keshi;

    OperationIT(Keshi keshi) {
        this.keshi = keshi;
    }

    @Scenario("X7")
    void everyServiceTellsItsHealthAndItsMetricsOnAPortThatTheGatewayDoesNotShow() {
        for (Service service : Service.values()) {
            Caller operator = Caller.nobody("http://127.0.0.1:"
                    + keshi.platform().ports().management(service).number());
            assertThat(health(operator, "liveness")).as(service.module()).isEqualTo("UP");
            assertThat(health(operator, "readiness")).as(service.module()).isEqualTo("UP");
            assertThat(operator.get("/actuator/prometheus").expect(200).body())
                    .as(service.module())
                    .contains("jvm_memory_used_bytes")
                    .contains(service.database().isPresent() ? "outbox_pending" : "gateway_breaker_open");
            assertThat(operator.get("/actuator/env").status())
                    .as("settings of %s", service.module())
                    .isEqualTo(404);
        }
        for (String path : List.of("/actuator/prometheus", "/api/workflow/actuator/prometheus")) {
            Answer outside = keshi.administrator().get(path);
            assertThat(outside.status()).as(path).isIn(403, 404);
            assertThat(outside.body()).as(path).doesNotContain("jvm_memory");
        }
    }

    private static String health(Caller operator, String probe) {
        return operator.get("/actuator/health/" + probe)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }
}
