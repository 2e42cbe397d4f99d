package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.LeaveRequests;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.StreamedEvent;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Four days of leave, from the form to the inboxes: what each of the people does and sees. */
final class LeaveStory implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DAYS = 4;
    private static final String ENDED = "keshi.workflow.request-ended.v1";

    private final Caller employee;
    private final Caller manager;
    private final Caller deputy;
    private final Caller auditor;
    private final Inbox employeesInbox;
    private final Inbox managersInbox;
    private final Inbox deputysInbox;
    private final EventReader events;
    private final LocalDate today;
    private String request = "";
    private List<KafkaEvent> published = List.of();

    /** Opens the readers, before anything happens. */
    LeaveStory(Caller employee, Caller manager, Caller deputy, Caller auditor, LocalDate today, String kafka) {
        this.employee = employee;
        this.manager = manager;
        this.deputy = deputy;
        this.auditor = auditor;
        this.today = today;
        this.events = new EventReader(kafka);
        this.employeesInbox = Inbox.open(employee);
        this.managersInbox = Inbox.open(manager);
        this.deputysInbox = Inbox.open(deputy);
    }

    Shown askForLeave() {
        JsonNode submitted = LeaveRequests.askForLeave(employee, today.plusDays(7), DAYS, "回老家探亲");
        request = submitted.path("id").asString();
        require(submitted.path("status").asString().equals("running"), "the request is %s", submitted.path("status"));
        JsonNode task = LeaveRequests.onlyTask(submitted);
        return Shown.of("%s, %d days; waits for: %s"
                .formatted(
                        submitted.path("number").asString(),
                        DAYS,
                        task.path("stepName").asString()));
    }

    Shown managerApproves() {
        requireTold(managersInbox);
        JsonNode task = LeaveRequests.inWorkList(manager, request);
        LeaveRequests.approve(manager, task, "同意");
        JsonNode now = LeaveRequests.onlyTask(LeaveRequests.find(employee, request));
        require(!now.path("stepId").equals(task.path("stepId")), "the request still waits for the manager");
        return Shown.of("%d days are more than 3, so it waits for: %s"
                .formatted(DAYS, now.path("stepName").asString()));
    }

    Shown deputyApproves() {
        requireTold(deputysInbox);
        JsonNode task = LeaveRequests.inWorkList(deputy, request);
        LeaveRequests.approve(deputy, task, "同意");
        return Shown.of("approved by the deputy in charge (分管)");
    }

    Shown isCompleted() {
        JsonNode now = LeaveRequests.find(employee, request);
        String status = now.path("status").asString();
        require(status.equals("approved") && now.path("tasks").isEmpty(), "the request is %s", status);
        return Shown.of("%s is %s".formatted(now.path("number").asString(), status));
    }

    Shown inboxesShowWhatTheyShould() {
        var expected = Map.of(
                employeesInbox, List.of("step-approved", "request-approved"),
                managersInbox, List.of("task-assigned DECIDED"),
                deputysInbox, List.of("task-assigned DECIDED"));
        expected.forEach((inbox, lines) -> {
            var shown = inbox.awaitAbout(request, lines, PATIENCE);
            require(Inbox.sameElements(shown, lines), "an inbox shows %s instead of %s", shown, lines);
        });
        expected.forEach((inbox, lines) -> {
            var stands = inbox.awaitLive(request, lines, PATIENCE);
            require(Inbox.sameElements(stands, lines), "a live inbox ends with %s instead of %s", stands, lines);
        });
        return Shown.of("2 for the employee, 1 for each approver, live and in the list");
    }

    Shown eventsAreInKafka() {
        published = events.ofKeyUntil(request, event -> event.type().equals(ENDED), PATIENCE);
        List<Long> sequences = published.stream().map(KafkaEvent::sequence).toList();
        List<Long> gapless = LongStream.rangeClosed(1, published.size()).boxed().toList();
        require(
                !published.isEmpty() && published.getLast().type().equals(ENDED),
                "the last event is not there: %s",
                published);
        require(sequences.equals(gapless), "the sequences are %s", sequences);
        return Shown.of(
                "%d events, sequence 1 to %d without a gap".formatted(published.size(), published.size()),
                Map.of("events", lines()));
    }

    /** The events as the independent reader saw them, for people to read. */
    List<String> lines() {
        return published.stream().map(KafkaEvent::line).toList();
    }

    Shown archiveTellsTheSame() {
        List<String> kept = Archive.linesOf(auditor, request, published.size(), PATIENCE);
        List<String> seen = published.stream()
                .map(event -> "%s %d %s".formatted(event.type(), event.sequence(), event.id()))
                .toList();
        require(kept.equals(seen), "the archive has %s where Kafka has %s", kept, seen);
        return Shown.of("the same %d events, asked as the auditor".formatted(kept.size()));
    }

    /** Nobody decides before the live inbox has shown that there is something to decide. */
    private void requireTold(Inbox approver) {
        var came = linesOf(approver.liveAbout(request, 1, PATIENCE));
        require(came.equals(List.of("task-assigned")), "the approver's live inbox got %s", came);
    }

    private static List<String> linesOf(List<StreamedEvent> events) {
        return events.stream().map(event -> Inbox.line(event.json())).collect(Collectors.toList());
    }

    @Override
    public void close() {
        employeesInbox.close();
        managersInbox.close();
        deputysInbox.close();
        events.close();
    }
}
