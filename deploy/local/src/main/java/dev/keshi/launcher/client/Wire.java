package dev.keshi.launcher.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends requests and gives answers; what goes wrong on the way is a {@link CallFailure}. */
final class Wire {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wire() {}

    static HttpClient client() {
        return builder().build();
    }

    /** One that keeps cookies, as a browser does. */
    static HttpClient browser() {
        return builder().cookieHandler(new CookieManager()).build();
    }

    static Answer send(HttpClient http, HttpRequest request) {
        String call = "%s %s".formatted(request.method(), request.uri().getPath());
        try {
            return Answer.of(call, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new CallFailure("%s was not answered (%s): does the gateway run?".formatted(call, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure(call + " was interrupted", e);
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5));
    }
}
