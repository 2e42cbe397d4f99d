package dev.keshi.benchmarks.runner;

import dev.keshi.infrastructure.process.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service in its own process, as it is, and its HTTP API. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final Measured service;
    private final Map<String, String> settings;
    private final int port;
    private final int actuator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Path collections;
    private Process process;
    private String token = "";

    /**
     * What is measured.
     *
     * @param name as in its addresses, and the module whose class path it runs on
     * @param application main class
     */
    record Measured(String name, String application) {}

    /** @param settings of its environment */
    ServiceProcess(Stage stage, Measured service, Map<String, String> settings) throws IOException {
        this.stage = stage;
        this.service = service;
        this.settings = settings;
        var free = Port.free(2);
        this.port = free.get(0).number();
        this.actuator = free.get(1).number();
        this.collections = stage.logs().resolve(service.name() + "-gc.log");
        this.process = begin();
    }

    private Process begin() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Competitor.FLAGS);
        command.addAll(List.of("-Xms" + stage.heap() + "m", "-Xmx" + stage.heap() + "m"));
        command.addAll(stage.extraFlags());
        command.add("-Xlog:gc:file=" + collections);
        command.addAll(List.of("-cp", Competitor.classPath(stage.root(), service.name())));
        command.add(service.application());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(actuator));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                stage.logs().resolve(service.name() + ".log").toFile()));
        var begun = builder.start();
        stage.tether(begun.pid());
        return begun;
    }

    /** @param signed of somebody who may run cycles */
    void awaitReady(String signed) {
        token = signed;
        var readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + actuator + "/actuator/health/readiness"))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(readiness)) {
            if (System.nanoTime() - deadline > 0 || !process.isAlive()) {
                throw new IllegalStateException(service.name() + "-service does not start: see its log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean answers(HttpRequest readiness) {
        try {
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** {@code kill -9}, and another process in its place. */
    void killAndStart() {
        try {
            process.destroyForcibly().waitFor();
            process = begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        awaitReady(token);
    }

    Reply get(String path) {
        return get(path, token);
    }

    /** @param signed of whoever asks */
    Reply get(String path, String signed) {
        return send(request(path, signed).GET());
    }

    /** @return status of the answer, also of a refusal */
    int status(String path, String signed) {
        try {
            return http.send(request(path, signed).GET().build(), BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** @param revision that the caller has seen; absent for what is new */
    Reply post(String path, @Nullable String revision, String body) {
        return post(path, token, revision, body);
    }

    Reply post(String path, String signed, @Nullable String revision, String body) {
        var request = request(path, signed)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        return send(revision == null ? request : request.header("If-Match", revision));
    }

    private HttpRequest.Builder request(String path, String signed) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + service.name() + "/v1" + path))
                .header("Authorization", "Bearer " + signed);
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Reply reply(HttpResponse<String> answer) {
        return new Reply(answer.headers().firstValue("ETag").orElse(""), json.readTree(answer.body()));
    }

    record Reply(String revision, JsonNode body) {

        String id() {
            return body.get("id").asString();
        }
    }

    long pid() {
        return process.pid();
    }

    /** What the process holds of the machine's memory now, in MiB. */
    double residentMebibytes() {
        return ProcessMemory.residentMebibytes(process.pid());
    }

    /** To be asked what the heap was after each collection from now on. */
    HeapLog heapLog() throws IOException {
        return new HeapLog(collections, Files.exists(collections) ? Files.size(collections) : 0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
