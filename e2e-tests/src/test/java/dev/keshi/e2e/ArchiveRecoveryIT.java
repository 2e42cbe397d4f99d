package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the archive is there for: events come once more, to whoever misses them. */
@OnThePlatform
class ArchiveRecoveryIT {

    private static final String DEPARTMENTS = "/api/org/v1/departments";
    private static final String REPLAYS = "/api/reporting/v1/replays";
    private static final String OPERATIONS = "/api/%s/v1/operations/";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Keshi keshi;
    private final Caller administrator;
    private final Caller employee;
    private final Caller manager;

    ArchiveRecoveryIT(Keshi keshi) {
        this.keshi = keshi;
        this.administrator = keshi.administrator();
        this.employee = keshi.person(Part.EMPLOYEE);
        this.manager = keshi.person(Part.MANAGER);
    }

    @Scenario({"D1", "X2"})
    void aCallerHasEventsReplayedIntoATopicOfItsOwn() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        var topic = "replays." + UUID.randomUUID();
        try (var admin = Admin.create(Map.of("bootstrap.servers", keshi.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        eventually(() -> assertThat(archived(Leave.id(request))).hasSize(4));

        var replay = administrator
                .post(REPLAYS, json("topic", topic).put("key", Leave.id(request)))
                .expect(202);

        var ended = ended(replay.header("Location"));
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.path("sent").asInt()).isEqualTo(4);
        try (var probe = EventProbe.fromBeginning(keshi.kafka(), topic)) {
            assertThat(probe.await(4, _ -> true, PATIENCE))
                    .extracting(SeenEvent::id)
                    .containsExactlyElementsOf(archived(Leave.id(request)));
        }
        assertThat(employee.post(REPLAYS, json("topic", topic)).status()).isEqualTo(403);
    }

    @Scenario({"X2", "X3"})
    void aServiceThatMissedAnEventGetsItFromTheArchive() throws Throwable {
        var personnel = keshi.person(Part.HR);
        var me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        var department = personnel
                .post(
                        DEPARTMENTS,
                        json("parentId", me.path("departmentId").asString())
                                .put("code", "G-" + UUID.randomUUID().toString().substring(0, 12))
                                .put("name", "临时部门"))
                .expect(201)
                .json();
        var id = Leave.id(department);
        eventually(() -> assertThat(lag("notification")).isZero());

        keshi.kill(Service.NOTIFICATION);
        rename(personnel, id, "第一个名字");
        eventually(() -> assertThat(archived(id)).hasSize(2));
        MissedEvents.of(Service.NOTIFICATION.module(), keshi.kafka());
        keshi.start(Service.NOTIFICATION);
        try (var probe = EventProbe.fromNow(keshi.kafka(), "keshi.operations.v1")) {
            rename(personnel, id, "第二个名字");

            var request = probe.await(
                            1,
                            event -> event.type().equals("keshi.operations.replay-requested.v1")
                                    && event.json().contains(id),
                            PATIENCE)
                    .getFirst();
            assertThat(request.json())
                    .contains("\"key\":\"" + id + "\",\"from\":2,\"to\":2")
                    .contains("directory/directory_departments");
            probe.await(
                    1,
                    event -> event.type().equals("keshi.operations.replay-ended.v1")
                            && event.json().contains(request.key())
                            && event.json().contains("\"sent\":1"),
                    PATIENCE);
        }
        eventually(() -> assertThat(administrator
                        .get(OPERATIONS.formatted("notification") + "parked-keys?limit=100")
                        .expect(200)
                        .body())
                .doesNotContain(id));
        rebuildFindsNothingWrong("notification", "directory/directory_departments");
    }

    @Scenario({"D1", "N1", "X2"})
    void everyReadModelIsAsTheArchiveSays() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        for (var service : List.of("workflow", "notification", "reporting")) {
            eventually(() -> assertThat(lag(service)).isZero());
            var models = administrator
                    .get(OPERATIONS.formatted(service) + "read-models")
                    .expect(200)
                    .json()
                    .path("subscriptions");
            assertThat(models).isNotEmpty();
            for (var model : models) {
                rebuildFindsNothingWrong(service, model.asString());
            }
        }
        assertThat(administrator
                        .get(OPERATIONS.formatted("notification") + "read-models")
                        .body())
                .contains("\"inbox\"", "directory/directory_people");
    }

    private void rebuildFindsNothingWrong(String service, String model) {
        var started = administrator
                .post(OPERATIONS.formatted(service) + "rebuilds", json("subscription", model))
                .expect(202);
        var ended = ended(started.header("Location"));
        assertThat(ended.path("status").asString())
                .as("%s %s: %s", service, model, ended)
                .isEqualTo("COMPLETED");
        var result = ended.path("result");
        assertThat(result.path("mended").asInt())
                .as("%s %s: %s", service, model, ended)
                .isZero();
        assertThat(result.path("after").asString())
                .as("%s %s: %s", service, model, ended)
                .isEqualTo(result.path("archive").asString())
                .isEqualTo(result.path("before").asString());
        assertThat(result.path("documents").asInt())
                .as("%s %s", service, model)
                .isGreaterThanOrEqualTo(model.equals("directory/directory_clients") ? 0 : 1);
    }

    private JsonNode ended(String location) {
        eventually(
                PATIENCE,
                () -> assertThat(administrator
                                .get(location)
                                .expect(200)
                                .json()
                                .path("status")
                                .asString())
                        .isIn("COMPLETED", "FAILED"));
        return administrator.get(location).json();
    }

    private void rename(Caller personnel, String id, String name) {
        var path = DEPARTMENTS + "/" + id;
        personnel
                .post(
                        path + "/rename",
                        json("name", name),
                        "If-Match",
                        personnel.get(path).expect(200).etag())
                .expect(200);
    }

    private long lag(String service) {
        return administrator
                .get(OPERATIONS.formatted(service) + "lag")
                .expect(200)
                .json()
                .path("records")
                .asLong();
    }

    private List<String> archived(String key) {
        return keshi.person(Part.AUDITOR)
                .get("/api/reporting/v1/events?sort=SEQUENCE&limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(Leave::id)
                .toList();
    }

    private static ObjectNode json(String name, String value) {
        return JsonMapper.shared().createObjectNode().put(name, value);
    }
}
