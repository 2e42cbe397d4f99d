package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Places, sizes and streams. */
@BeforeServices
class LimitsTest {

    @Autowired
    GatewayClient gateway;

    @Test
    void oneCallerCannotTakeEveryPlace() throws Exception {
        gateway.notification.arrived = new CountDownLatch(3);
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 3; i++) {
            running.add(gateway.later(gateway.as("greedy", "/api/notification/v1/held")));
        }
        assertThat(gateway.notification.arrived.await(5, TimeUnit.SECONDS)).isTrue();
        GatewayClient.isProblem(gateway.send(gateway.as("greedy", "/api/org/v1/people")), 429, "too-many-requests");
        assertThat(gateway.send(gateway.as("modest", "/api/notification/v1/inbox"))
                        .statusCode())
                .isEqualTo(200);
        gateway.notification.held.release(3);
        for (var response : running) {
            assertThat(response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(gateway.send(gateway.as("greedy", "/api/org/v1/people")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pastItsPlacesTheGatewayRefusesAtOnceWhateverIsAskedForAndRecovers() throws Exception {
        var services = List.of(gateway.org, gateway.workflow, gateway.notification);
        services.forEach(service -> service.arrived = new CountDownLatch(4));
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var name : List.of("org", "workflow", "notification")) {
            for (var i = 0; i < 4; i++) {
                running.add(gateway.later(gateway.as(name + i, "/api/" + name + "/v1/held")));
            }
        }
        for (var service : services) {
            assertThat(service.arrived.await(2, TimeUnit.SECONDS)).isTrue();
        }
        GatewayClient.isProblem(gateway.send(gateway.open("/")), 503, "overloaded");
        services.forEach(service -> service.held.release(4));
        for (var response : running) {
            response.get(5, TimeUnit.SECONDS);
        }
        assertThat(gateway.send(gateway.open("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceAtItsLimitIsRefusedAtOnceAndTheOthersGoOn() throws Exception {
        gateway.notification.arrived = new CountDownLatch(4);
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 4; i++) {
            running.add(gateway.later(gateway.as("person-" + i, "/api/notification/v1/held")));
        }
        assertThat(gateway.notification.arrived.await(5, TimeUnit.SECONDS)).isTrue();
        GatewayClient.isProblem(gateway.send(gateway.as("person-9", "/api/notification/v1/inbox")), 503, "overloaded");
        assertThat(gateway.send(gateway.as("person-9", "/api/org/v1/people")).statusCode())
                .isEqualTo(200);
        gateway.notification.held.release(4);
        for (var response : running) {
            assertThat(response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(gateway.send(gateway.as("person-9", "/api/notification/v1/inbox"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStreamOutlivesTheDeadlineAndStreamsHaveTheirOwnLimit() throws Exception {
        var stream = gateway.as("listener", "/api/notification/v1/events").header("Accept", "text/event-stream");
        try (var first = gateway.http
                        .send(stream.build(), BodyHandlers.ofInputStream())
                        .body();
                var second = gateway.http
                        .send(stream.build(), BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(GatewayClient.line(first)).isEqualTo("data: one");
            GatewayClient.isProblem(gateway.send(stream), 503, "overloaded");
            assertThat(gateway.send(gateway.as("listener", "/api/notification/v1/inbox"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(CompletableFuture.supplyAsync(
                                    () -> "later", CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS))
                            .get())
                    .isEqualTo("later");
            gateway.notification.held.release(2);
            assertThat(GatewayClient.line(first)).isEmpty();
            assertThat(GatewayClient.line(first)).isEqualTo("data: two");
            assertThat(second.readAllBytes()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/org/v1/people, application/json, 1, 200",
        "/api/org/v1/people, application/json, 1048577, 413",
        "/api/workflow/v1/process-definitions, application/xml, 1048577, 200",
        "/api/workflow/v1/process-definitions, application/xml, 10485761, 413",
        "/api/org/v1/imports, text/csv, 10485761, 200",
        "/api/org/v1/imports, text/csv, 104857601, 413",
    })
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot(String path, String type, int size, int status)
            throws Exception {
        var body = new byte[size];
        for (var chunked : new boolean[] {false, true}) {
            var publisher = chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body);
            var response = gateway.send(gateway.as("person-1", path)
                    .header("Content-Type", type)
                    .expectContinue(!chunked)
                    .POST(publisher));
            if (status == 413) {
                GatewayClient.isProblem(response, 413, "payload-too-large");
            } else {
                assertThat(response.body()).isEqualTo("bytes " + size);
            }
        }
    }
}
