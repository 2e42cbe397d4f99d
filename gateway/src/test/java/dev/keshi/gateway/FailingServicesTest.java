package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Services that are down, slow or broken, and callers who are. */
@BeforeServices
class FailingServicesTest {

    @Autowired
    GatewayClient gateway;

    @Test
    void aServiceThatIsDownIsRefusedQuicklyAndTheOthersGoOn() throws Exception {
        for (var i = 0; i < 15; i++) {
            GatewayClient.isProblem(
                    gateway.send(gateway.as("person-1", "/api/reporting/v1/events")), 503, "service-unavailable");
        }
        var start = System.nanoTime();
        GatewayClient.isProblem(
                gateway.send(gateway.as("person-1", "/api/reporting/v1/events")), 503, "service-unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(gateway.send(gateway.as("person-1", "/api/org/v1/people")).statusCode())
                .isEqualTo(200);
        var metrics = gateway.send(HttpRequest.newBuilder(URI.create(gateway.management() + "/actuator/prometheus")))
                .body();
        assertThat(metrics).containsPattern("gateway_breaker_open\\{[^}]*upstream=\"reporting\"[^}]*} 1.0");
        assertThat(metrics).containsPattern("gateway_breaker_open\\{[^}]*upstream=\"org\"[^}]*} 0.0");
    }

    @Test
    void whatAServiceAnswersIsItsOwnWordAndOpensNoBreaker() throws Exception {
        for (var i = 0; i < 25; i++) {
            assertThat(gateway.send(gateway.as("person-1", "/api/workflow/v1/failing"))
                            .statusCode())
                    .isEqualTo(500);
        }
        assertThat(gateway.send(gateway.as("person-1", "/api/workflow/v1/tasks"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerThatTakesTooLongIsNotWaitedFor() throws Exception {
        var start = System.nanoTime();
        GatewayClient.isProblem(
                gateway.send(gateway.as("slow-person", "/api/workflow/v1/held")), 503, "deadline-exceeded");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        gateway.workflow.held.release();
    }

    @Test
    void callersWhoStopSendingAreToldSoAndOpenNoBreaker() throws Exception {
        // More than half of what a breaker looks at; no more at once than a service has places.
        for (int round = 0; round < 3; round++) {
            var answers = IntStream.range(0, 4)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> halfOfABody("slow-" + caller)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS))
                        .startsWith("HTTP/1.1 408")
                        .contains("\"code\":\"request-timeout\"");
            }
        }
        assertThat(gateway.send(gateway.as("person-1", "/api/org/v1/people")).statusCode())
                .isEqualTo(200);
    }

    private String halfOfABody(String caller) {
        try {
            return gateway.raw("POST /api/org/v1/people HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + gateway.tokens.of(caller, "EMPLOYEE")
                    + "\r\nContent-Length: 500\r\n\r\n{\"na");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void halfAnAnswerIsNotTakenForAWholeOne() {
        assertThatThrownBy(() -> gateway.send(gateway.as("person-1", "/api/workflow/v1/cut")))
                .isInstanceOf(IOException.class);
    }
}
