package dev.keshi.workflow.engine;

import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which way tokens go. */
class PathsTest {

    private static final String FORK = start("fork") + "<parallelGateway id=\"fork\"/>" + flow("fork", "a")
            + flow("fork", "b") + task("a", "person:li") + task("b", "person:sun");
    private static final String JOIN = FORK + flow("a", "join") + flow("b", "join") + "<parallelGateway id=\"join\"/>"
            + flow("join", "c") + task("c", "person:zhao") + flow("c", "e") + end("e");

    @Test
    void aForkAsksBothAndAJoinWaitsForBoth() {
        var play = Play.of(process(JOIN)).start("wang");
        assertThat(play.openSteps()).containsExactly("a", "b");

        play.approve("b", "sun");
        assertThat(play.openSteps()).containsExactly("a");

        play.approve("a", "li");
        assertThat(play.openSteps()).containsExactly("c");
        assertThat(play.state().tokens()).hasSize(1);
        assertThat(play.approve("c", "zhao").status()).isEqualTo("approved");
    }

    @Test
    void aRejectionInOneBranchEndsTheOther() {
        var play = Play.of(process(JOIN)).start("wang").reject("a", "li");

        assertThat(play.status()).isEqualTo("rejected");
        assertThat(play.events()).endsWith("TaskRejected", "TaskCancelled", "InstanceCompleted");
    }

    @Test
    void severalFlowsOutOfATaskAreAllTaken() {
        var play = Play.of(process(
                        start("x") + "<manualTask id=\"x\"/>" + flow("x", "a") + flow("x", "b") + task("a", "person:li")
                                + task("b", "person:sun") + flow("a", "e") + flow("b", "e") + end("e")))
                .start("wang")
                .approve("a", "li");
        assertThat(play.status()).isEqualTo("running");

        assertThat(play.approve("b", "sun").status()).isEqualTo("approved");
    }

    @Test
    void aTerminateEndEndsEverything() {
        var play = Play.of(process(FORK + flow("a", "stop")
                        + "<endEvent id=\"stop\"><terminateEventDefinition/></endEvent>" + flow("b", "e") + end("e")))
                .start("wang")
                .approve("a", "li");

        assertThat(play.status()).isEqualTo("approved");
        assertThat(play.state().tasks()).isEmpty();
    }

    @Test
    void aJoinThatCanNeverBeCompleteIsRefused() {
        var play = Play.of(process(start("g") + "<exclusiveGateway id=\"g\" default=\"g-a\"/>" + flow("g", "a")
                        + flow("g", "b", "1 = 2") + task("a", "person:li") + task("b", "person:sun") + flow("a", "join")
                        + flow("b", "join") + "<parallelGateway id=\"join\"/>" + flow("join", "e") + end("e")))
                .start("wang");

        assertThatExceptionOfType(WorkflowProblem.Deadlocked.class)
                .isThrownBy(() -> play.approve("a", "li"))
                .withMessageContaining("join");
        assertThat(play.openSteps()).containsExactly("a");
    }

    @Test
    void aLoopWithoutATaskIsRefusedAndDoesNotHang() {
        var play = Play.of(process(start("a") + "<exclusiveGateway id=\"a\"/>" + flow("a", "b")
                + "<exclusiveGateway id=\"b\" default=\"b-a\"/>" + flow("b", "a") + flow("b", "e", "1 = 2")
                + end("e")));

        assertThatExceptionOfType(WorkflowProblem.EndlessLoop.class).isThrownBy(() -> play.start("wang"));
    }

    @Test
    void aLoopThatMultipliesPathsIsRefused() {
        var play = Play.of(process(start("a") + "<parallelGateway id=\"a2\"/><task id=\"a\"/>" + flow("a", "a2")
                + flow("a2", "a") + flow("a2", "b") + task("b", "person:li") + flow("b", "e") + end("e")));

        assertThatExceptionOfType(WorkflowProblem.class)
                .isThrownBy(() -> play.start("wang"))
                .satisfies(problem -> assertThat(problem.code()).isIn("too-many-paths", "endless-loop"));
    }

    @Test
    void aGatewayThatReadsTheOutcomeDecidesWhatARejectionMeans() {
        var correction = start("t") + task("t", "manager") + flow("t", "g")
                + "<exclusiveGateway id=\"g\" default=\"g-e\"/>" + flow("g", "fix", "outcome = \"rejected\"")
                + flow("g", "e")
                + task("fix", "initiator") + flow("fix", "t") + end("e");
        var play = Play.of(process(correction)).start("wang").reject("t", "li");
        assertThat(play.openSteps()).containsExactly("fix");

        play.approve("fix", "wang");
        assertThat(play.openSteps()).containsExactly("t");
        assertThat(play.approve("t", "li").status()).isEqualTo("approved");
    }

    @Test
    void whatEndsOnARejectionIsRejected() {
        var notice = start("t") + task("t", "manager") + flow("t", "g") + "<exclusiveGateway id=\"g\" default=\"g-e\"/>"
                + flow("g", "note", "outcome = \"rejected\"") + flow("g", "e") + "<manualTask id=\"note\"/>"
                + flow("note", "r") + end("r") + end("e");
        var play = Play.of(process(notice)).start("wang").reject("t", "li");

        assertThat(play.status()).isEqualTo("rejected");
    }

    @Test
    void aConditionThatCannotBeDecidedLeavesTheTaskOpen() {
        var play = Play.of(process(amount("amount &gt; 5"))).start("wang", new HashMap<>());

        assertThatExceptionOfType(WorkflowProblem.ConditionUndecided.class).isThrownBy(() -> play.approve("t", "li"));
        assertThat(play.openSteps()).containsExactly("t");
    }

    @Test
    void aGatewayWithoutAWayOutLeavesTheTaskOpen() {
        var play = Play.of(process(amount("amount &gt; 5")
                        .replace(" default=\"g-f\"", "")
                        .replace(flow("g", "f"), flow("g", "f", "amount &lt; 3"))))
                .start("wang", Map.of("amount", 4));

        assertThatExceptionOfType(WorkflowProblem.NoFlowTaken.class).isThrownBy(() -> play.approve("t", "li"));
        assertThat(play.openSteps()).containsExactly("t");
    }

    @Test
    void theFirstConditionThatIsMetWins() {
        var play = Play.of(process(amount("amount &gt; 5")
                        .replace(
                                flow("g", "f"),
                                flow("g", "f")
                                        + flow("g", "h", "amount &gt; 1")
                                        + task("h", "person:zhao")
                                        + flow("h", "e"))))
                .start("wang", Map.of("amount", 9))
                .approve("t", "li");

        assertThat(play.status()).isEqualTo("approved");
    }

    @Test
    void theProcessMayRejectByItselfWhenNobodyIsFound() {
        var play = Play.of(process(start("t")
                        + task("t", "role:NONE").replace("/>", " keshi:whenNobody=\"reject\"/>")
                        + flow("t", "e")
                        + end("e")))
                .start("wang");

        assertThat(play.status()).isEqualTo("rejected");
        assertThat(play.events()).contains("StepDecidedByRule");
    }

    @Test
    void historyThatWasMovedOutIsGoneFromTheState() {
        var play = Play.of(process(JOIN)).start("wang");
        long last = play.state().lastEntry();

        assertThat(play.state().withHistoryMovedUpTo(last - 1).history())
                .extracting(HistoryEntry::sequence)
                .containsExactly(last);
        assertThat(play.state().withHistoryMovedUpTo(last).lastEntry()).isEqualTo(last);
    }

    private static String amount(String condition) {
        return "<startEvent id=\"start\"><extensionElements><keshi:field id=\"amount\" type=\"number\"/></extensionElements>"
                + "</startEvent>" + flow("start", "t") + task("t", "manager") + flow("t", "g")
                + "<exclusiveGateway id=\"g\" default=\"g-f\"/>" + flow("g", "e", condition) + flow("g", "f")
                + task("f", "person:sun") + flow("f", "e") + end("e");
    }
}
