package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service on its management port whether it can serve. */
final class Readiness implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    boolean of(Port management) {
        var question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(management.number())))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
