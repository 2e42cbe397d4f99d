package dev.keshi.launcher.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppraisalsTest {

    private static final String API = "/api/performance/v1";

    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> waived = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Caller personnel;

    /** How often closing finds that somebody has moved. */
    private volatile int movers;

    /** What a superior is asked for and has not rated. */
    private volatile int open = 1;

    /** A cycle with one appraisal: closing asks the superior of whoever has moved. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(API + "/cycles/c-1", exchange -> answer(exchange, 200, cycle()));
        server.createContext(API + "/cycles/c-1/close-rating", exchange -> {
            if (open > 0) {
                answer(exchange, 409, "{\"code\":\"rating-missing\"}");
                return;
            }
            open = closed.incrementAndGet() <= movers ? 1 : 0;
            looks.set(0);
            answer(exchange, 202, "{}");
        });
        server.createContext(API + "/appraisals", exchange -> answer(exchange, 200, "{\"items\":[{\"id\":\"a-1\"}]}"));
        server.createContext(API + "/appraisals/a-1/waive-superior", exchange -> {
            waived.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, open > 0 ? 204 : 409, "");
            open = 0;
        });
        server.start();
        personnel = Caller.withToken("http://127.0.0.1:" + server.getAddress().getPort(), "t0ken");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** First that it is being closed, then what comes of it. */
    private String cycle() {
        String status = closed.get() == 0
                ? "RATING"
                : looks.incrementAndGet() == 1 ? "CLOSING" : open > 0 ? "RATING" : "CALIBRATION";
        return "{\"id\":\"c-1\",\"status\":\"%s\"}".formatted(status);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    void whatClosingAsksOfAnotherSuperiorIsDoneWithoutAndRatingIsEndedOnceMore() {
        movers = 2;

        int without = Appraisals.closeRatingWithoutTheRest(personnel, "c-1", "历史数据");

        assertThat(without).isEqualTo(3);
        assertThat(closed).hasValue(3);
        assertThat(waived).hasSize(3).containsOnly("{\"reason\":\"历史数据\"}");
    }

    @Test
    void whereSomebodyMovesEachTimeItEnds() {
        movers = Integer.MAX_VALUE;

        assertThatExceptionOfType(CallFailure.class)
                .isThrownBy(() -> Appraisals.closeRatingWithoutTheRest(personnel, "c-1", "历史数据"))
                .withMessageContaining("after it was closed 5 times")
                .withMessageContaining("\"status\":\"RATING\"");
    }

    @Test
    void whoeverDoesWithoutNothingIsToldAtOnceThatPeopleRateAgain() {
        open = 0;
        movers = 1;

        assertThatExceptionOfType(CallFailure.class)
                .isThrownBy(() -> Appraisals.closeRating(personnel, "c-1"))
                .withMessageContaining("somebody has moved");
    }
}
