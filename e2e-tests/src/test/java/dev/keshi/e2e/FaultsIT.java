package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** Every process is killed with -9 amid a command, while people work. What they were told was done is there, once. */
@OnThePlatform
class FaultsIT {

    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final String SUBMITTED = "keshi.workflow.request-submitted.v1";
    private static final String ME = "/api/org/v1/people/me";
    private static final String EVENTS = "/api/reporting/v1/events?limit=100";

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final Caller deputy;
    private final Caller auditor;
    private final Caller personnel;
    private final String me;
    private final String top;

    FaultsIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        deputy = keshi.person(Part.DEPUTY);
        auditor = keshi.person(Part.AUDITOR);
        personnel = keshi.person(Part.HR);
        JsonNode self = employee.get(ME).expect(200).json();
        me = Leave.id(self.path("person"));
        String own = self.path("person").path("departmentId").asString();
        JsonNode above = employee.get("%s/%s/above".formatted(DepartmentLedger.DEPARTMENTS, own))
                .expect(200)
                .json();
        top = Leave.id(above.get(above.size() - 1));
    }

    @Scenario({"O1", "W2", "N1", "D1", "X2", "X3"})
    void whicheverProcessIsKilledNothingAcknowledgedIsLostAndNothingIsThereTwice() throws Exception {
        Set<String> earlier = requestsOfEmployee();
        try (var probe = EventProbe.fromNow(
                        keshi.kafka(), "keshi.org.v1", "keshi.workflow.v1", "keshi.notification.v1");
                var crowd = new Crowd()) {
            var leave = new LeaveLedger(employee, manager, deputy);
            var departments = new DepartmentLedger(personnel, top);
            var reading = new ReadingLedger(employee);
            crowd.add(PAUSE, () -> leave.askAndApprove(LeaveLedger.SHORT));
            crowd.add(PAUSE, () -> leave.askAndApprove(LeaveLedger.LONG));
            crowd.add(PAUSE, departments::openAndMove);
            crowd.add(PAUSE, reading::readOne);
            var cut = new PowerCuts(crowd, leave, departments, reading);

            cut.of(service(Service.GATEWAY, leave.people(), true));
            cut.of(service(Service.ORG, List.of(departments.personnel()), false));
            cut.of(service(Service.WORKFLOW, leave.people(), true));
            cut.of(forgetful(Service.NOTIFICATION, List.of(reading.reader())));
            cut.of(forgetful(Service.REPORTING, leave.people()));
            cut.of(mongod(leave.people()));
            cut.of(kafkaAndThenTheServiceWithAllItHasToTell(leave.people()));
            crowd.finish();

            requestsAreThereOnce(leave, earlier);
            departmentsAreThereOnce(departments);
            notificationsAreRead(reading);
            var expected = eventsExpectedOf(leave, departments);
            eventually(() -> {
                probe.drain();
                kafkaTellsEverythingOnce(byKey(probe.seen()), expected);
            });
            assertThat(submittedByEmployee(probe, earlier))
                    .as("requests that were submitted, also those nobody was told of")
                    .containsExactlyInAnyOrderElementsOf(leave.approved().keySet());
            var published = lines(byKey(probe.seen()), expected.keySet());
            eventually(() -> assertThat(archived(expected.keySet())).isEqualTo(published));
            eventually(() -> inboxesTellEverythingOnce(leave.approved()));
        }
    }

    private PowerCuts.Victim service(Service service, List<PersistentCaller> amid, boolean needed) {
        return new PowerCuts.Victim(
                service.module(), amid, needed, () -> keshi.kill(service), () -> {}, () -> keshi.start(service));
    }

    /** It hears everything again, from the first event on. */
    private PowerCuts.Victim forgetful(Service service, List<PersistentCaller> amid) {
        return new PowerCuts.Victim(
                service.module(),
                amid,
                false,
                () -> keshi.kill(service),
                () -> Redelivery.to(service.module(), keshi.kafka()),
                () -> keshi.start(service));
    }

    private PowerCuts.Victim mongod(List<PersistentCaller> amid) {
        return new PowerCuts.Victim(
                "mongod", amid, true, keshi::killMongodb, this::everyServiceSaysWhy, keshi::startInfrastructure);
    }

    /** What was approved without Kafka nobody has heard of yet when workflow-service ends as well. */
    private PowerCuts.Victim kafkaAndThenTheServiceWithAllItHasToTell(List<PersistentCaller> amid) {
        return new PowerCuts.Victim("kafka", amid, false, keshi::killKafka, () -> keshi.kill(Service.WORKFLOW), () -> {
            keshi.startInfrastructure();
            keshi.start(Service.WORKFLOW);
        });
    }

    /** Without MongoDB nobody can do anything, and everybody is told so. */
    private void everyServiceSaysWhy() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(ME, Leave.REQUESTS, ReadingLedger.INBOX, EVENTS)
                    .map(path -> CompletableFuture.supplyAsync(() -> auditor.get(path), threads))
                    .toList()
                    .forEach(call -> saysThatTheStoreIsAway(call.join()));
        }
    }

    private static void saysThatTheStoreIsAway(Answer answer) {
        assertThat(answer.status()).as(answer.call()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).as(answer.call()).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).as(answer.call()).isEqualTo("store-unavailable");
        assertThat(answer.header("Retry-After")).as(answer.call()).isNotEmpty();
    }

    private Set<String> requestsOfEmployee() {
        return all(employee, Leave.REQUESTS + "?limit=100").stream()
                .filter(request -> request.path("initiatorId").asString().equals(me))
                .map(Leave::id)
                .collect(Collectors.toSet());
    }

    private void requestsAreThereOnce(LeaveLedger leave, Set<String> earlier) {
        var wanted = new HashSet<>(leave.approved().keySet());
        wanted.addAll(earlier);
        assertThat(requestsOfEmployee())
                .as("requests, also those nobody was told of")
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(leave.approved().keySet()).allSatisfy(request -> {
            JsonNode found =
                    employee.get(Leave.REQUESTS + "/" + request).expect(200).json();
            assertThat(found.path("status").asString()).isEqualTo("approved");
            assertThat(found.path("tasks")).isEmpty();
        });
    }

    private void departmentsAreThereOnce(DepartmentLedger departments) {
        assertThat(below(departments.home()))
                .as("departments that were opened and moved")
                .containsExactlyInAnyOrderElementsOf(departments.moved());
        assertThat(all(personnel, "%s?limit=100&parentId=%s".formatted(DepartmentLedger.DEPARTMENTS, top)))
                .as("departments that nobody was told of")
                .filteredOn(department -> department.path("code").asString().startsWith("F-"))
                .extracting(Leave::id)
                .containsExactly(departments.home());
    }

    private List<String> below(String parent) {
        return all(personnel, "%s?limit=100&parentId=%s".formatted(DepartmentLedger.DEPARTMENTS, parent)).stream()
                .map(Leave::id)
                .toList();
    }

    private void notificationsAreRead(ReadingLedger reading) {
        assertThat(all(employee, ReadingLedger.INBOX + "?limit=100&unread=true"))
                .as("unread, though it was acknowledged that they are read")
                .extracting(Leave::id)
                .doesNotContainAnyElementsOf(reading.read());
    }

    private static Map<String, Integer> eventsExpectedOf(LeaveLedger leave, DepartmentLedger departments) {
        var expected = new HashMap<String, Integer>();
        leave.approved().forEach((request, days) -> expected.put(request, days == LeaveLedger.SHORT ? 4 : 6));
        departments.moved().forEach(department -> expected.put(department, 2));
        expected.put(departments.home(), 1);
        return expected;
    }

    /** On the wire an event may be there again; it is the same event then, and nothing is missing or has another's place. */
    private static void kafkaTellsEverythingOnce(
            Map<String, List<SeenEvent>> published, Map<String, Integer> expected) {
        var softly = new SoftAssertions();
        published.forEach((key, events) -> softly.assertThat(sequences(events))
                .as(key)
                .isEqualTo(LongStream.range(0, events.size())
                        .map(place -> events.getFirst().sequence() + place)
                        .boxed()
                        .toList()));
        expected.forEach((key, count) -> softly.assertThat(sequences(published.getOrDefault(key, List.of())))
                .as(key)
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList()));
        softly.assertAll();
    }

    private Set<String> submittedByEmployee(EventProbe probe, Set<String> earlier) {
        return probe.seen().stream()
                .filter(event -> event.type().equals(SUBMITTED) && event.json().contains("\"" + me + "\""))
                .map(SeenEvent::key)
                .filter(request -> !earlier.contains(request))
                .collect(Collectors.toSet());
    }

    /** The events of each aggregate in the order of their first appearance, each id once. */
    private static Map<String, List<SeenEvent>> byKey(List<SeenEvent> seen) {
        var first = new LinkedHashMap<String, SeenEvent>();
        seen.forEach(event -> {
            SeenEvent before = first.putIfAbsent(event.id(), event);
            if (before != null) {
                assertThat(event.json()).as("what comes again as " + event.id()).isEqualTo(before.json());
            }
        });
        return first.values().stream().collect(Collectors.groupingBy(SeenEvent::key));
    }

    private static List<Long> sequences(List<SeenEvent> events) {
        return events.stream().map(SeenEvent::sequence).toList();
    }

    private static Map<String, List<String>> lines(Map<String, List<SeenEvent>> published, Set<String> keys) {
        var lines = new HashMap<String, List<String>>();
        keys.forEach(key -> lines.put(
                key,
                published.get(key).stream()
                        .map(event -> "%d %s %s".formatted(event.sequence(), event.type(), event.id()))
                        .toList()));
        return lines;
    }

    private Map<String, List<String>> archived(Set<String> keys) {
        var lines = new HashMap<String, List<String>>();
        keys.forEach(key -> lines.put(
                key,
                all(auditor, EVENTS + "&key=" + key).stream()
                        .sorted(Comparator.comparing(
                                event -> event.path("sequence").asLong()))
                        .map(event -> "%d %s %s"
                                .formatted(
                                        event.path("sequence").asLong(),
                                        event.path("type").asString(),
                                        Leave.id(event)))
                        .toList()));
        return lines;
    }

    private void inboxesTellEverythingOnce(Map<String, Integer> approved) {
        var ofEmployee = inbox(employee);
        var ofManager = inbox(manager);
        var ofDeputy = inbox(deputy);
        var softly = new SoftAssertions();
        approved.forEach((request, days) -> {
            boolean both = days == LeaveLedger.LONG;
            softly.assertThat(ofEmployee.getOrDefault(request, List.of()))
                    .as("employee, " + request)
                    .containsExactlyInAnyOrderElementsOf(
                            both ? List.of("step-approved", "request-approved") : List.of("request-approved"));
            softly.assertThat(ofManager.getOrDefault(request, List.of()))
                    .as("manager, " + request)
                    .containsExactly("task-assigned DECIDED");
            softly.assertThat(ofDeputy.getOrDefault(request, List.of()))
                    .as("deputy, " + request)
                    .isEqualTo(both ? List.of("task-assigned DECIDED") : List.of());
        });
        softly.assertAll();
    }

    /** What a person's inbox shows of each request: template and settlement. */
    private static Map<String, List<String>> inbox(Caller person) {
        return all(person, ReadingLedger.INBOX + "?limit=100").stream()
                .collect(Collectors.groupingBy(
                        item -> item.path("subject").path("instanceId").asString(""),
                        Collectors.mapping(FaultsIT::line, Collectors.toList())));
    }

    private static String line(JsonNode notification) {
        return "%s %s"
                .formatted(
                        notification.path("template").asString(),
                        notification.path("settled").path("reason").asString(""))
                .strip();
    }

    /** All pages of a list. */
    private static List<JsonNode> all(Caller person, String list) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page = person.get(cursor.isEmpty() ? list : list + "&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(items::add);
            cursor = URLEncoder.encode(page.path("nextCursor").asString(""), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }
}
