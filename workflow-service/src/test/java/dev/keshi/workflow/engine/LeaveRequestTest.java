package dev.keshi.workflow.engine;

import static dev.keshi.workflow.approver.Organisation.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.workflow.approver.ApproverReason.Finding;
import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.form.FieldError;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bundled process, from the form to the end. */
class LeaveRequestTest {

    private final Play leave = Play.leaveRequest();

    @Test
    void fourDaysAlsoNeedTheDeputyInCharge() {
        leave.start("wang", Play.leave(4));
        assertThat(leave.task("managerApproval").assignment()).isEqualTo(new Assignment.Assigned(person("li")));

        leave.approve("managerApproval", "li");
        assertThat(leave.status()).isEqualTo("running");
        assertThat(leave.task("deputyApproval").assignment()).isEqualTo(new Assignment.Assigned(person("sun")));
        assertThat(leave.task("deputyApproval").reason().findings())
                .containsExactly(new Finding(Kind.DEPUTY_IN_CHARGE_OF, "ops"));

        leave.approve("deputyApproval", "sun");
        assertThat(leave.state().status()).isEqualTo(new InstanceStatus.Completed(Outcome.APPROVED, Play.NOW));
        assertThat(leave.state().tokens()).isEmpty();
    }

    @Test
    void threeDaysDoNot() {
        leave.start("wang", Play.leave(3)).approve("managerApproval", "li");

        assertThat(leave.status()).isEqualTo("approved");
    }

    @Test
    void theHistoryTellsTheWholeStory() {
        leave.start("wang", Play.leave(3)).approve("managerApproval", "li");

        assertThat(leave.events())
                .containsExactly(
                        "InstanceStarted",
                        "TokenCreated",
                        "TokenMoved",
                        "TaskOpened",
                        "TaskApproved",
                        "TokenMoved",
                        "TokenMoved",
                        "TokenEnded",
                        "InstanceCompleted");
        assertThat(leave.history())
                .extracting(HistoryEntry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(leave.history().get(4).by()).isEqualTo(person("li"));
        assertThat(leave.history().get(5).by()).isNull();
    }

    @Test
    void aRejectionEndsIt() {
        leave.start("wang", Play.leave(4)).reject("managerApproval", "li");

        assertThat(leave.status()).isEqualTo("rejected");
        assertThat(leave.state().tasks()).isEmpty();
    }

    @Test
    void theManagersOwnLeaveGoesToTheSuperior() {
        leave.start("li", Play.leave(1));

        assertThat(leave.task("managerApproval").assignment()).isEqualTo(new Assignment.Assigned(person("zhao")));
    }

    @Test
    void whoeverApprovedTheStepBeforeIsNotAskedAgain() {
        leave.organisation.department(
                "head",
                null,
                "zhao",
                new dev.keshi.workflow.approver.Department.Deputy(
                        person("li"), java.util.Set.of(new dev.keshi.workflow.approver.DepartmentId("ops"))));
        leave.start("wang", Play.leave(4)).approve("managerApproval", "li");

        assertThat(leave.status()).isEqualTo("approved");
        assertThat(leave.events()).contains("StepDecidedByRule");
    }

    @Test
    void aBadFormStartsNothing() {
        assertThatExceptionOfType(WorkflowProblem.InvalidForm.class)
                .isThrownBy(() -> leave.start("wang", Map.of("days", 0, "from", "2026-11-30", "to", "2026-11-01")))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/leaveType", "/days", "/reason"));
    }

    @Test
    void aStrangerStartsNothing() {
        assertThatExceptionOfType(WorkflowProblem.NoSuchPerson.class)
                .isThrownBy(() -> leave.start("stranger", Play.leave(1)));
    }

    @Test
    void theInitiatorTakesItBackBeforeAnybodyHasDecided() {
        leave.start("wang", Play.leave(4)).withdraw("wang");

        assertThat(leave.state().status()).isEqualTo(new InstanceStatus.Withdrawn(Play.NOW));
        assertThat(leave.state().tasks()).isEmpty();
        assertThat(leave.events()).endsWith("TaskCancelled", "InstanceWithdrawn");
    }

    @Test
    void afterTheFirstDecisionItIsTooLateToTakeBack() {
        leave.start("wang", Play.leave(4)).approve("managerApproval", "li");

        assertThatExceptionOfType(WorkflowProblem.WithdrawTooLate.class).isThrownBy(() -> leave.withdraw("wang"));
    }

    @Test
    void nobodyElseTakesItBack() {
        leave.start("wang", Play.leave(4));

        assertThatExceptionOfType(WorkflowProblem.NotInitiator.class).isThrownBy(() -> leave.withdraw("li"));
    }

    @Test
    void whatHasEndedStaysEnded() {
        leave.start("wang", Play.leave(4));
        var task = leave.task("managerApproval");
        leave.withdraw("wang");

        assertThatExceptionOfType(WorkflowProblem.InstanceEnded.class).isThrownBy(() -> leave.withdraw("wang"));
        assertThatExceptionOfType(WorkflowProblem.InstanceEnded.class)
                .isThrownBy(() -> leave.handle(new InstanceCommand.Comment(person("wang"), new Remark("?"))));
        assertThatExceptionOfType(WorkflowProblem.AlreadyDecided.class)
                .isThrownBy(() -> leave.handle(
                        new InstanceCommand.Approve(task.id(), task.revision(), person("li"), Remark.none())));
    }

    @Test
    void anAdministratorEndsWhatIsStuck() {
        leave.start("wang", Play.leave(4)).handle(new InstanceCommand.Terminate(person("admin"), new Remark("重复提交")));

        assertThat(leave.status()).isEqualTo("terminated");
    }
}
