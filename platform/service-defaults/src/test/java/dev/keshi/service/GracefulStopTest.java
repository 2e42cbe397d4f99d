package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class GracefulStopTest {

    @RestController
    static class Slow {

        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @GetMapping("/api/test/v1/until-told")
        String slow() throws InterruptedException {
            arrived.countDown();
            return go.await(10, TimeUnit.SECONDS) ? "done" : "never";
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredWhileNoNewOneIsTaken() throws Exception {
        var service = new SpringApplicationBuilder(TestService.class, Slow.class)
                .properties("spring.application.name=test-service", "server.port=0", "management.server.port=0")
                .run();
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var slow = service.getBean(Slow.class);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/test/v1/until-told"))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + service.getBean(TestTokens.class).of("person-1"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(slow.arrived.await(10, TimeUnit.SECONDS)).isTrue();

            var closing = CompletableFuture.runAsync(service::close);
            Eventually.holds(() -> isClosed(port));
            slow.go.countDown();

            assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
            closing.get(20, TimeUnit.SECONDS);
        }
    }

    private static boolean isClosed(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
