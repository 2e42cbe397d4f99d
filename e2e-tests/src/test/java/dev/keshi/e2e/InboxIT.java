package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.EventStream;
import dev.keshi.launcher.client.StreamedEvent;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnThePlatform
class InboxIT {

    private static final String INBOX = "/api/notification/v1/inbox";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Caller employee;
    private final Caller manager;

    InboxIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
    }

    @Scenario("N1")
    void whoHasToActAndWhoAskedLearnItLiveAndOnce() {
        try (var approver = open(manager);
                var initiator = open(employee)) {
            JsonNode request = Leave.askFor(employee, 2);
            assertThat(templates(about(approver, request, 1))).containsExactly("task-assigned");

            Leave.approve(manager, request);

            assertThat(templates(about(initiator, request, 1))).containsExactly("request-approved");
            assertThat(settled(about(approver, request, 2))).containsExactly("", "DECIDED");
            assertThat(inList(employee, request)).hasSize(1);
            assertThat(inList(manager, request)).hasSize(1);
        }
    }

    @Scenario("N1")
    void anEnglishInboxSpeaksEnglishTheNamesOfProcessAndStepIncluded() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);

        Eventually.eventually(() -> assertThat(inList(manager, request, "Accept-Language", "en"))
                .singleElement()
                .extracting(item -> item.path("title").asString())
                .isEqualTo("To do: Leave request · Approval by the department manager"));
        assertThat(inList(manager, request, "Accept-Language", "zh-CN"))
                .singleElement()
                .extracting(item -> item.path("title").asString())
                .isEqualTo("待办：请假申请 · 部门经理审批");
    }

    @Scenario("N1")
    void aReaderWhoComesBackMissesNothing() {
        String last;
        try (var before = open(manager)) {
            last = before.await(1, event -> event.name().equals("ready"), PATIENCE)
                    .getFirst()
                    .id();
        }
        JsonNode request = Leave.askFor(employee, 1);
        Leave.approve(manager, request);

        try (var after = manager.stream(INBOX + "/stream", "Last-Event-ID", last)) {
            assertThat(about(after, request, 1)).isNotEmpty();
        }
    }

    @Scenario("N1")
    void readingAndAcknowledgingAreCommandsOfTheOwnerOnly() throws Throwable {
        JsonNode request = Leave.askFor(employee, 1);
        Eventually.eventually(() -> assertThat(inList(manager, request)).hasSize(1));
        JsonNode item = inList(manager, request).getFirst();
        String path = INBOX + "/" + Leave.id(item);
        var nothing = JsonMapper.shared().createObjectNode();

        assertThat(employee.get(path).status()).isEqualTo(404);
        assertThat(manager.post(path + "/read", nothing).status()).isEqualTo(428);
        var read = manager.post(
                        path + "/read", nothing, "If-Match", manager.get(path).etag())
                .expect(200);
        assertThat(read.json().path("unread").asBoolean()).isFalse();
        manager.post(path + "/acknowledge", nothing, "If-Match", read.etag()).expect(200);
    }

    private static EventStream open(Caller person) {
        var stream = person.stream(INBOX + "/stream");
        assertThat(stream.await(1, event -> event.name().equals("ready"), PATIENCE))
                .hasSize(1);
        return stream;
    }

    private static List<StreamedEvent> about(EventStream stream, JsonNode request, int count) {
        return stream.await(
                count,
                event -> event.name().equals("notification")
                        && event.json()
                                .path("subject")
                                .path("instanceId")
                                .asString()
                                .equals(Leave.id(request)),
                PATIENCE);
    }

    private static List<JsonNode> inList(Caller person, JsonNode request, String... headers) {
        return person.get(INBOX + "?limit=100", headers)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item ->
                        item.path("subject").path("instanceId").asString().equals(Leave.id(request)))
                .toList();
    }

    private static List<String> templates(List<StreamedEvent> events) {
        return events.stream()
                .map(event -> event.json().path("template").asString())
                .toList();
    }

    private static List<String> settled(List<StreamedEvent> events) {
        return events.stream()
                .map(event -> event.json().path("settled").path("reason").asString(""))
                .toList();
    }
}
