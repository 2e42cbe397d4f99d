package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.fault.Redelivery;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
    private static final String INBOX = "/api/notification/v1/inbox";
    private static final String OPERATIONS = "/api/%s/v1/operations/";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Keshi keshi;
    private final Caller administrator;
    private final Caller employee;
    private final Caller manager;
    private final ReadModels models;

    ArchiveRecoveryIT(Keshi keshi) {
        this.keshi = keshi;
        this.administrator = keshi.administrator();
        this.employee = keshi.person(Part.EMPLOYEE);
        this.manager = keshi.person(Part.MANAGER);
        this.models = new ReadModels(administrator);
    }

    @Scenario({"D1", "X2"})
    void aCallerHasEventsReplayedIntoATopicOfItsOwn() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        var topic = "replays." + subject(administrator) + "." + UUID.randomUUID();
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
        var others = administrator.post(REPLAYS, json("topic", "replays." + subject(employee) + ".all"));
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.body()).contains("replay-topic-not-allowed", "replays." + subject(administrator) + ".");
    }

    static String subject(Caller caller) {
        var claims = Base64.getUrlDecoder().decode(caller.token().split("\\.")[1]);
        return JsonMapper.shared().readTree(claims).path("sub").asString();
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
        eventually(() -> assertThat(models.lag("notification")).isZero());

        keshi.kill(Service.NOTIFICATION);
        rename(personnel, id, "第一个名字");
        eventually(() -> assertThat(archived(id)).hasSize(2));
        Redelivery.skippedFor(Service.NOTIFICATION.module(), keshi.kafka());
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
        models.checksum("notification", "directory/directory_departments");
    }

    @Scenario({"D1", "N1", "X2"})
    void everyReadModelIsAsTheArchiveSays() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        somebodyLearns();
        for (var service : List.of("workflow", "performance", "training", "risk", "notification", "reporting")) {
            eventually(() -> assertThat(models.lag(service)).isZero());
            assertThat(models.checksums(service)).isNotEmpty();
        }
        assertThat(models.of("notification")).contains("inbox", "directory/directory_people");
    }

    @Scenario({"D1", "N1", "X2", "X3"})
    void aServiceThatHasLostItsStoreBesideTopicsThatHaveForgottenComesBackFromTheArchive() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        Leave.askFor(employee, 2);
        somebodyLearns();
        eventually(() -> assertThat(inbox(manager)).hasSizeGreaterThanOrEqualTo(2));
        var read = INBOX + "/" + Leave.id(inbox(manager).getFirst());
        manager.post(
                        read + "/read",
                        JsonMapper.shared().createObjectNode(),
                        "If-Match",
                        manager.get(read).expect(200).etag())
                .expect(200);
        for (var service : List.of("workflow", "performance", "training", "risk", "notification", "reporting")) {
            eventually(() -> assertThat(models.lag(service)).isZero());
        }
        var checksums = models.checksums("notification");
        var managers = whatTheySay(inbox(manager));
        var employees = whatTheySay(inbox(employee));

        keshi.kill(Service.NOTIFICATION);
        try (var store = new LostStore(keshi.mongodb(), Service.NOTIFICATION)) {
            var counts = store.counts(List.of("inbox", "person_keys", "directory_people", "directory_accounts"));
            assertThat(counts.values()).allSatisfy(count -> assertThat(count).isPositive());
            store.drop();
            LostStore.forget(List.of("keshi.org.v1", "keshi.workflow.v1", "keshi.notification.v1"), keshi.kafka());
            keshi.start(Service.NOTIFICATION);

            store.awaitHistory(checksums.size() + 1);
            eventually(() -> assertThat(store.counts(counts.keySet())).isEqualTo(counts));
            assertThat(store.parked()).isEmpty();
        }
        assertThat(models.checksums("notification")).isEqualTo(checksums);
        assertThat(whatTheySay(inbox(manager))).isEqualTo(managers);
        assertThat(whatTheySay(inbox(employee))).isEqualTo(employees);

        JsonNode next = Leave.askFor(employee, 1);
        eventually(() -> assertThat(inbox(manager))
                .satisfiesOnlyOnce(item -> assertThat(item.toString()).contains(Leave.id(next))));
    }

    @Scenario({"D1", "P4", "R1", "T9", "X2"})
    void readModelsThatWereThrownAwayAreMadeAnewAndNothingHappensTwice() {
        var indicator = somebodyIsFoundWeak();
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);
        somebodyLearns();
        var aftermath = new Aftermath(keshi);
        for (var service : List.of(Service.PERFORMANCE, Service.TRAINING, Service.RISK)) {
            var route = service.route();
            for (var reader : List.of(route, "notification", "reporting")) {
                eventually(() -> assertThat(models.lag(reader)).isZero());
            }
            var whole = models.checksums(route);
            var managers = whatTheySay(inbox(manager));
            var employees = whatTheySay(inbox(employee));
            try (var store = new LostStore(keshi.mongodb(), service);
                    var probe = EventProbe.fromNow(
                            keshi.kafka(),
                            "keshi.performance.v1",
                            "keshi.training.v1",
                            "keshi.risk.v1",
                            "keshi.notification.v1")) {
                whole.keySet().forEach(model -> store.empty(ReadModels.collection(model)));

                models.rebuilt(route).forEach((model, result) -> {
                    assertThat(ReadModels.checksum(result, "after"))
                            .as("%s %s: %s", route, model, result)
                            .isEqualTo(whole.get(model));
                    assertThat(result.path("mended").asInt())
                            .as("%s %s: %s", route, model, result)
                            .isEqualTo(result.path("documents").asInt());
                });
                assertThat(store.parked()).isEmpty();
                var words = aftermath.comes();
                assertThat(probe.drain())
                        .as("after %s was made anew", route)
                        .isNotEmpty()
                        .allMatch(event -> Aftermath.isOf(words, event))
                        .extracting(Aftermath::telling)
                        .doesNotHaveDuplicates();
            }
            assertThat(whatTheySay(inbox(manager))).isEqualTo(managers);
            assertThat(whatTheySay(inbox(employee)))
                    .as("what the employee was told after %s was made anew", route)
                    .isEqualTo(employees);
        }
        assertThat(Courses.assignedFor(employee, People.idOf(employee), indicator))
                .hasSize(1);
        assertThat(models.of("performance")).contains("facts", "population/employments", "directory/directory_people");
        assertThat(models.of("training")).contains("trainees", "learning-records", "trainees/positions");
        assertThat(models.of("risk")).contains("performance-indicators", "directory/directory_people");
    }

    /** And has to take one of two courses for it. @return what was found weak */
    private String somebodyIsFoundWeak() {
        var personnel = keshi.person(Part.HR);
        var indicator = "i-" + UUID.randomUUID().toString().substring(0, 30);
        for (int i = 0; i < 2; i++) {
            var code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            Courses.publish(personnel, code, "数据分析", indicator);
        }
        var me = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        var appraisals = new PublishedAppraisals(personnel, employee, manager, me);
        appraisals.published(appraisals.template(indicator), 30, 40);
        Courses.onlyOpen(employee, Leave.id(me), indicator);
        return indicator;
    }

    /** And has got the certificate, so everything that follows has followed. */
    private void somebodyLearns() {
        var course = OnlineCourse.publishedBy(keshi.person(Part.HR));
        assertThat(OnlineCourse.takenBy(employee, course, OnlineCourse.QUESTIONS)
                        .path("status")
                        .asString())
                .isEqualTo("PASSED");
        eventually(() -> assertThat(employee.get("/api/training/v1/certificates?limit=100")
                        .expect(200)
                        .body())
                .contains(course));
        var code = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Courses.publish(
                keshi.person(Part.HR),
                code,
                "数据分析",
                "i-" + UUID.randomUUID().toString().substring(0, 30));
        Courses.enrol(employee, Courses.schedule(manager, code, Instant.now().plus(Duration.ofDays(1))));
    }

    /** Without the revisions, which only count changes: a store that was lost counts anew. */
    private static List<JsonNode> whatTheySay(List<JsonNode> items) {
        items.forEach(item -> ((ObjectNode) item).remove("revision"));
        return items;
    }

    private List<JsonNode> inbox(Caller person) {
        return person.get(INBOX + "?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
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
