package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class ApprovalsIT {

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final Caller deputy;
    private JsonNode request;

    ApprovalsIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        deputy = keshi.person(Part.DEPUTY);
    }

    @BeforeEach
    void askForFourDays() {
        request = Leave.askFor(employee, 4);
    }

    @Scenario("W2")
    void moreThanThreeDaysNeedTheManagerAndTheDeputyInCharge() {
        assertThat(Leave.openSteps(request)).containsExactly("managerApproval");
        assertThat(Leave.waitsFor(deputy, request)).isFalse();

        Leave.approve(manager, request);
        assertThat(Leave.openSteps(Leave.find(employee, request))).containsExactly("deputyApproval");
        assertThat(Leave.waitsFor(manager, request)).isFalse();

        Leave.approve(deputy, request);
        assertThat(Leave.find(employee, request).path("status").asString()).isEqualTo("approved");
    }

    @Scenario("W2")
    void threeDaysNeedTheManagerOnly() {
        JsonNode shorter = Leave.askFor(employee, 3);

        Leave.approve(manager, shorter);

        assertThat(Leave.find(employee, shorter).path("status").asString()).isEqualTo("approved");
    }

    @Scenario("W2")
    void aRejectionEndsTheRequest() {
        Leave.act(manager, Leave.taskOf(manager, request), "reject").expect(200, 204);

        assertThat(Leave.find(employee, request).path("status").asString()).isEqualTo("rejected");
        assertThat(Leave.waitsFor(deputy, request)).isFalse();
    }

    @Scenario("W2")
    void ofManyApprovalsAtOnceExactlyOneCounts() throws Exception {
        JsonNode task = Leave.taskOf(manager, request);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> Leave.act(manager, task, "approve")))
                    .toList();
            int won = 0;
            for (var answer : answers) {
                int status = answer.get().status();
                assertThat(status).isIn(200, 204, 409, 412);
                won += status < 300 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(Leave.openSteps(Leave.find(employee, request))).containsExactly("deputyApproval");
    }

    @Scenario({"W2", "X1"})
    void somebodyElsesTaskAndRequestDoNotExist() {
        Caller stranger = keshi.person(Part.BUSY_EMPLOYEE);
        JsonNode task = Leave.taskOf(manager, request);

        assertThat(Leave.act(stranger, task, "approve").status()).isEqualTo(404);
        assertThat(stranger.get(Leave.REQUESTS + "/" + Leave.id(request)).status())
                .isEqualTo(404);
        assertThat(stranger.get(Leave.TASKS + "/" + Leave.id(task)).status()).isEqualTo(404);
        assertThat(Leave.find(employee, request).path("status").asString()).isEqualTo("running");
    }

    @Scenario({"W2", "X2"})
    void theSameRequestSentTwiceIsOneRequest() {
        String key = UUID.randomUUID().toString();

        Answer first = employee.post(Leave.REQUESTS, Leave.form(2), "Idempotency-Key", key)
                .expect(201);
        Answer again = employee.post(Leave.REQUESTS, Leave.form(2), "Idempotency-Key", key)
                .expect(201);
        Answer other = employee.post(Leave.REQUESTS, Leave.form(1), "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Scenario("W3")
    void aFormThatBreaksARuleIsRefusedFieldByField() {
        var before = requests();
        var form = Leave.form(2);
        form.withObject("form").put("leaveType", "holiday").put("days", 400).put("nickname", "x");
        assertThat(refused(form, "en"))
                .containsExactlyInAnyOrder(
                        "/form/nickname unknown-field is not a field of this form",
                        "/form/leaveType not-a-choice must be one of: annual, sick, personal, marriage, maternity,"
                                + " paternity, bereavement, compensatory",
                        "/form/days above-maximum must not be above 366");

        var backwards = Leave.form(2);
        backwards.withObject("form").put("to", "2020-01-01");
        assertThat(refused(backwards, "en"))
                .containsExactly("/form/to rule-broken The last day must not be before the first day");
        assertThat(refused(backwards, "zh-CN")).containsExactly("/form/to rule-broken 结束日期不能早于开始日期");

        assertThat(requests()).isEqualTo(before);
    }

    /** The newest of the employee. */
    private List<String> requests() {
        return employee.get(Leave.REQUESTS)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(Leave::id)
                .toList();
    }

    private List<String> refused(JsonNode form, String language) {
        return employee.post(Leave.REQUESTS, form, "Accept-Language", language)
                .expect(422)
                .json()
                .path("errors")
                .valueStream()
                .map(error -> "%s %s %s"
                        .formatted(
                                error.path("pointer").asString(),
                                error.path("code").asString(),
                                error.path("message").asString()))
                .toList();
    }
}
