package dev.keshi.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CallerTest {

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        caller = Caller.withToken("http://127.0.0.1:" + server.getAddress().getPort(), "t0ken");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().containsKey("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @Test
    void aCommandCarriesTheTokenAndAnIdempotencyKey() {
        answers("/do", 201, "{\"id\": 7}");

        var answer = caller.post("/do", JsonMapper.shared().createObjectNode().put("a", 1))
                .expect(201);

        assertThat(answer.json().path("id").asInt()).isEqualTo(7);
        assertThat(seen).containsExactly("Bearer t0ken true {\"a\":1}");
    }

    @Test
    void aSeriesThatIsSentAgainHasTheSameKeysAndAnotherOneOthers() {
        var keys = new CopyOnWriteArrayList<String>();
        server.createContext("/do", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        for (String series : List.of("first", "first", "second")) {
            var again = caller.inSeries(series);
            again.post("/do", JsonMapper.shared().createObjectNode());
            again.post("/do", JsonMapper.shared().createObjectNode());
        }

        assertThat(keys).hasSize(6);
        assertThat(keys.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(keys.subList(2, 4));
        assertThat(keys.subList(2, 6)).doesNotHaveDuplicates();
    }

    @Test
    void theKeyOfACommandOfASeriesIsTheSameWhateverWasLeftOutBefore() {
        var keys = new CopyOnWriteArrayList<String>();
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        var nothing = JsonMapper.shared().createObjectNode();

        var whole = caller.inSeries("year");
        whole.post("/first", nothing);
        whole.post("/second", nothing);
        whole.post("/second", nothing.deepCopy().put("a", 1));
        caller.inSeries("year").post("/second", nothing.deepCopy().put("a", 1));

        assertThat(keys.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(keys.getLast()).isEqualTo(keys.get(2));
    }

    @Test
    void whoInsistsRepeatsWhatIsRefusedForTheMomentWithTheSameKeyAndReadsEnglish() {
        var sent = new CopyOnWriteArrayList<String>();
        server.createContext("/do", exchange -> {
            sent.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Accept-Language"));
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(sent.size() < 3 ? 503 : 201, -1);
            exchange.close();
        });
        server.start();

        var answer = caller.insisting().post("/do", JsonMapper.shared().createObjectNode());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(sent).hasSize(3).containsOnly(sent.getFirst());
        assertThat(sent.getFirst()).endsWith(" en").doesNotContain("null");
    }

    @Test
    void whatIsRefusedForGoodOrForTooLongIsTheAnswer() {
        server.createContext("/never", exchange -> {
            seen.add("never");
            exchange.sendResponseHeaders(409, -1);
            exchange.close();
        });
        server.createContext("/later", exchange -> {
            seen.add("later");
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        server.start();

        assertThat(caller.insisting().get("/never").status()).isEqualTo(409);
        assertThat(caller.insisting().get("/later").status()).isEqualTo(429);
        assertThat(caller.get("/later").status()).isEqualTo(429);

        assertThat(seen).filteredOn("never"::equals).hasSize(1);
        assertThat(seen).filteredOn("later"::equals).hasSize(31);
    }

    @Test
    void aCommandWhoseKeyIsHeldByAServiceThatWasKilledIsRepeatedUntilTheKeyIsFree() {
        int secondsInFlight = 12;
        server.createContext("/do", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(seen.size() <= 2 * secondsInFlight ? 409 : 201, -1);
            exchange.close();
        });
        server.start();

        var answer = caller.insisting().post("/do", JsonMapper.shared().createObjectNode());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(seen).hasSize(2 * secondsInFlight + 1).containsOnly(seen.getFirst());
    }

    @Test
    void anUnexpectedAnswerIsOneLine() {
        answers("/do", 409, "{\n \"title\": \"taken\" }");

        assertThatExceptionOfType(CallFailure.class)
                .isThrownBy(() -> caller.get("/do").expect(200))
                .withMessage("GET /do answered 409: { \"title\": \"taken\" }");
    }

    @Test
    void filesAreSentAsAFormSendsThem() throws IOException {
        answers("/files", 202, "{}");
        Path file = Files.writeString(folder.resolve("people.csv"), "a,b\n1,二\n");

        caller.postFiles("/files", List.of(new Caller.FilePart("people", file, "text/csv")))
                .expect(202);

        assertThat(seen.getFirst())
                .contains("Content-Disposition: form-data; name=\"people\"; filename=\"people.csv\"\r\n")
                .contains("\r\n\r\na,b\n1,二\n\r\n--keshi-");
    }

    @Test
    void aStreamIsReadEventByEvent() {
        answers(
                "/stream",
                200,
                ":\n\nid: 1\nevent: ready\ndata: {}\n\nid: 2\nevent: n\ndata: {\"a\":\ndata: 1}\n\n:\n\n");

        try (var stream = caller.stream("/stream")) {
            var events = stream.await(2, event -> true, Duration.ofSeconds(5));

            assertThat(events).extracting(event -> event.id() + event.name()).containsExactly("1ready", "2n");
            assertThat(events.getLast().json().path("a").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatIsRefusedSaysSo() {
        answers("/stream", 429, "later");

        assertThatExceptionOfType(CallFailure.class)
                .isThrownBy(() -> caller.stream("/stream"))
                .withMessageContaining("429");
    }
}
