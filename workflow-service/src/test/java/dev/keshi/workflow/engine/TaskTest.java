package dev.keshi.workflow.engine;

import static dev.keshi.workflow.approver.Organisation.person;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.workflow.approver.ApproverReason.Finding;
import dev.keshi.workflow.approver.ApproverReason.Kind;
import dev.keshi.workflow.approver.RoleName;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void oneCandidateClaimsAndTheOthersLoseIt() {
        var play = single("role:HR").start("wang");
        assertThat(play.task("t").assignment())
                .isEqualTo(new Assignment.Offered(new RoleName("HR"), List.of(person("hr1"), person("hr2"))));
        var offered = play.task("t");

        play.claim("t", "hr1");

        assertThat(play.task("t").assignment().people()).containsExactly(person("hr1"));
        assertThatExceptionOfType(WorkflowProblem.AlreadyClaimed.class)
                .isThrownBy(
                        () -> play.handle(new InstanceCommand.Claim(offered.id(), offered.revision(), person("hr2"))));
        assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.approve("t", "hr2"));
        assertThat(play.approve("t", "hr1").status()).isEqualTo("approved");
    }

    @Test
    void whoIsNoCandidateCannotClaim() {
        var play = single("role:HR").start("wang");

        for (var stranger : List.of("wang", "li", "zhao")) {
            assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.claim("t", stranger));
        }
    }

    @Test
    void aReleasedTaskIsOfferedToAllOfThemAgain() {
        var play = single("role:HR")
                .start("wang")
                .claim("t", "hr1")
                .release("t", "hr1")
                .claim("t", "hr2");

        assertThat(play.task("t").assignment().people()).containsExactly(person("hr2"));
        assertThat(play.task("t").revision()).isEqualTo(4);
    }

    @Test
    void anOfferedTaskIsClaimedBeforeItIsDecided() {
        var play = single("role:HR").start("wang");

        assertThatExceptionOfType(WorkflowProblem.ClaimFirst.class).isThrownBy(() -> play.approve("t", "hr1"));
    }

    @Test
    void aTaskOfOnePersonIsNotClaimed() {
        var play = single("manager").start("wang");

        assertThatExceptionOfType(WorkflowProblem.NotClaimable.class).isThrownBy(() -> play.claim("t", "li"));
        assertThatExceptionOfType(WorkflowProblem.NotClaimable.class).isThrownBy(() -> play.release("t", "li"));
    }

    @Test
    void someoneElsesTaskIsLeftAlone() {
        var play = single("manager").start("wang");

        for (var stranger : List.of("wang", "sun", "hr1")) {
            assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.approve("t", stranger));
            assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.reject("t", stranger));
            assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.claim("t", stranger));
            assertThatExceptionOfType(WorkflowProblem.NotYourTask.class).isThrownBy(() -> play.release("t", stranger));
        }
    }

    @Test
    void aDecisionOnWhatOneHasNotSeenIsStale() {
        var play = single("role:HR").start("wang");
        var seen = play.task("t");
        play.claim("t", "hr1");

        assertThatExceptionOfType(WorkflowProblem.StaleTask.class)
                .isThrownBy(() -> play.handle(
                        new InstanceCommand.Approve(seen.id(), seen.revision(), person("hr1"), Remark.none())))
                .satisfies(problem -> assertThat(problem.actual()).isEqualTo(2));
    }

    @Test
    void aTaskThatNeverWasIsToldFromOneThatIsGone() {
        var play = single("manager").start("wang");
        var gone = play.task("t").id();
        play.approve("t", "li");

        assertThatExceptionOfType(WorkflowProblem.AlreadyDecided.class)
                .isThrownBy(() -> play.handle(new InstanceCommand.Approve(gone, 1, person("li"), Remark.none())));
        assertThatExceptionOfType(WorkflowProblem.NoSuchTask.class)
                .isThrownBy(() -> play.handle(
                        new InstanceCommand.Approve(new TaskId(gone.instance(), 99), 1, person("li"), Remark.none())));
        assertThatExceptionOfType(WorkflowProblem.NoSuchTask.class)
                .isThrownBy(() -> play.handle(new InstanceCommand.Approve(
                        new TaskId(new InstanceId("other"), 1), 1, person("li"), Remark.none())));
    }

    @Test
    void anAdministratorNamesTheApproverWhenNobodyWasFound() {
        var play = single("manager");
        play.organisation.leave("li");
        play.start("wang");
        assertThat(play.task("t").assignment()).isEqualTo(new Assignment.AwaitingAdministrator());

        reassign(play, "sun");

        assertThat(play.task("t").assignment()).isEqualTo(new Assignment.Assigned(person("sun")));
        assertThat(play.task("t").reason().findings())
                .endsWith(
                        new Finding(Kind.NOBODY_FOUND, "manager"), new Finding(Kind.CHOSEN_BY_ADMINISTRATOR, "admin"));
        assertThat(play.approve("t", "sun").status()).isEqualTo("approved");
    }

    @Test
    void anAdministratorNamesNeitherAStrangerNorTheInitiator() {
        var play = single("manager");
        play.organisation.leave("li");
        play.start("wang");

        assertThatExceptionOfType(WorkflowProblem.NoSuchPerson.class).isThrownBy(() -> reassign(play, "stranger"));
        assertThatExceptionOfType(WorkflowProblem.ApproverIsInitiator.class).isThrownBy(() -> reassign(play, "wang"));
    }

    @Test
    void aTaskThatHasAnApproverIsNotGivenAway() {
        var play = single("manager").start("wang");

        assertThatExceptionOfType(WorkflowProblem.HasApprover.class).isThrownBy(() -> reassign(play, "sun"));
    }

    @Test
    void thoseWhoTakePartComment() {
        var play = single("manager").start("wang");

        play.handle(new InstanceCommand.Comment(person("li"), new Remark("请补充材料")));

        assertThat(play.history().getLast().event()).isEqualTo(new InstanceEvent.Commented(new Remark("请补充材料")));
        assertThatExceptionOfType(WorkflowProblem.NotParticipant.class)
                .isThrownBy(() -> play.handle(new InstanceCommand.Comment(person("sun"), new Remark("?"))));
        assertThatExceptionOfType(WorkflowProblem.EmptyComment.class)
                .isThrownBy(() -> play.handle(new InstanceCommand.Comment(person("li"), new Remark(" "))));
    }

    @Test
    void aRemarkIsShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Remark("长".repeat(Remark.MAX + 1)));
    }

    @Test
    void theIdOfATaskNamesItsInstance() {
        assertThat(TaskId.parse("01JABC-12")).contains(new TaskId(new InstanceId("01JABC"), 12));
        assertThat(TaskId.parse("a-b-3")).contains(new TaskId(new InstanceId("a-b"), 3));
        for (var text : List.of("", "-", "a", "a-", "a-0", "-1", " -1", "a-1x", "a-99999999999")) {
            assertThat(TaskId.parse(text)).as(text).isEmpty();
        }
    }

    private static void reassign(Play play, String to) {
        var task = play.task("t");
        play.handle(
                new InstanceCommand.Reassign(task.id(), task.revision(), person("admin"), person(to), Remark.none()));
    }

    private static Play single(String approver) {
        return Play.of(process(start("t") + task("t", approver) + flow("t", "e") + end("e")));
    }
}
