package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Outcome;
import dev.keshi.chaos.ledger.RebuildAudit;
import dev.keshi.chaos.ledger.Rebuilt;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** After the last fault: every read model of every service is made anew over HTTP, as an administrator would, and nothing may differ. */
final class MadeAnew {

    private static final List<String> SERVICES = Stream.of(
                    Service.WORKFLOW,
                    Service.PERFORMANCE,
                    Service.TRAINING,
                    Service.RISK,
                    Service.NOTIFICATION,
                    Service.REPORTING)
            .map(Service::route)
            .toList();
    private static final String OPERATIONS = "/api/%s/v1/operations/";

    /** For all of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Caller administrator;
    private final Consumer<String> progress;

    MadeAnew(Caller administrator, Consumer<String> progress) {
        this.administrator = administrator;
        this.progress = progress;
    }

    Row row() {
        long begin = System.nanoTime();
        // All are asked for first: a service goes through its own one after the other.
        var asked = SERVICES.stream()
                .flatMap(service -> models(service).valueStream().map(model -> ask(service, model.asString())))
                .toList();
        var rebuilt = asked.stream()
                .map(one -> new Rebuilt(one.service(), one.model(), ended(one, begin + PATIENCE.toNanos())))
                .toList();
        List<Broken> broken = new RebuildAudit().of(SERVICES, rebuilt);
        progress.accept("I9: %d read models made anew after %.1f s%s"
                .formatted(
                        rebuilt.size(),
                        (System.nanoTime() - begin) / 1e9,
                        broken.isEmpty() ? "" : ", BROKEN: " + broken));
        return new Row(
                new Fault("I9", "every read model is made anew", _ -> List.of()),
                rebuilt.size(),
                0,
                broken.size(),
                rebuilt.stream().map(MadeAnew::operation).toList(),
                broken,
                Duration.ZERO,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static Operation operation(Rebuilt rebuilt) {
        boolean done = rebuilt.answer().path("status").asString("").equals("COMPLETED");
        return new Operation(
                0,
                Operation.Kind.REBUILD,
                rebuilt.model(),
                Map.of("service", rebuilt.service()),
                done ? Outcome.OK : Outcome.FAILED,
                rebuilt.answer().toString());
    }

    private JsonNode models(String service) {
        try {
            return administrator
                    .get(OPERATIONS.formatted(service) + "read-models")
                    .expect(200)
                    .json()
                    .path("subscriptions");
        } catch (CallFailure refused) {
            progress.accept("I9 " + refused.getMessage());
            return JsonMapper.shared().createArrayNode();
        }
    }

    /** @param place where to ask how far it is, or why it was refused */
    private record Asked(String service, String model, String place) {}

    private Asked ask(String service, String model) {
        try {
            return new Asked(
                    service,
                    model,
                    administrator
                            .post(
                                    OPERATIONS.formatted(service) + "rebuilds",
                                    JsonMapper.shared().createObjectNode().put("subscription", model))
                            .expect(202)
                            .header("Location"));
        } catch (CallFailure refused) {
            return new Asked(service, model, "refused: " + refused.getMessage());
        }
    }

    /** What the service says when it is done, or when there is no more time. */
    private JsonNode ended(Asked one, long deadline) {
        if (!one.place().startsWith("/")) {
            return failure(one.place());
        }
        try {
            JsonNode rebuild = administrator.get(one.place()).expect(200).json();
            while (rebuild.path("endedAt").isMissingNode() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(100_000_000);
                rebuild = administrator.get(one.place()).expect(200).json();
            }
            return rebuild;
        } catch (CallFailure refused) {
            return failure(String.valueOf(refused.getMessage()));
        }
    }

    private static JsonNode failure(String why) {
        return JsonMapper.shared().createObjectNode().put("failure", why);
    }
}
