package dev.keshi.workflow.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.approver.RoleName;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.DefinitionRef;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.ProcessKey;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.definition.WorkPriority;
import dev.keshi.workflow.engine.Assignment;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceEvent;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.InstanceState;
import dev.keshi.workflow.engine.InstanceStatus;
import dev.keshi.workflow.engine.OpenTask;
import dev.keshi.workflow.engine.Outcome;
import dev.keshi.workflow.engine.Remark;
import dev.keshi.workflow.engine.TaskId;
import dev.keshi.workflow.engine.Token;
import dev.keshi.workflow.form.FormValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:02:03.004Z");
    private static final InstanceId ID = new InstanceId("01ABC");
    private static final PersonId ANN = new PersonId("p-ann");
    private static final PersonId TOM = new PersonId("p-tom");
    private static final PersonId BEA = new PersonId("p-bea");
    private static final TaskId TASK = new TaskId(ID, 1);
    private static final StepId STEP = new StepId("check");
    private static final DefinitionRef LEAVE =
            new DefinitionRef(new DefinitionId("leave:1"), new ProcessKey("leave"), 1, "请假");
    private static final ApproverReason REASON =
            new ApproverReason("manager", List.of(new ApproverReason.Finding(ApproverReason.Kind.MANAGER_OF, "d-1")));

    @Test
    void whatWasWrittenIsReadAgain() {
        var state = state(new InstanceStatus.Running());

        assertThat(StateJson.readState(StateJson.write(state))).isEqualTo(state);
    }

    @Test
    void everyWayToEndIsReadAgain() {
        for (var status : List.of(
                new InstanceStatus.Completed(Outcome.REJECTED, AT),
                new InstanceStatus.Withdrawn(AT),
                new InstanceStatus.Terminated(AT))) {
            assertThat(StateJson.readState(StateJson.write(state(status))).status())
                    .isEqualTo(status);
        }
    }

    /** These words are in stores already: a renamed type must keep its word. */
    @Test
    void theWordsOfTheStoreStay() {
        var json = StateJson.write(state(new InstanceStatus.Running()));

        assertThat(json)
                .contains("\"kind\":\"running\"", "\"kind\":\"offered\"", "\"kind\":\"task-opened\"")
                .contains("\"kind\":\"text\"", "\"kind\":\"number\"", "\"kind\":\"day\"", "\"kind\":\"truth\"");
    }

    /** As it was stored before requests gave work. */
    @Test
    void aStateFromBeforeWorkWasGivenHasGivenNone() {
        var before = StateJson.write(state(new InstanceStatus.Running()))
                .replaceFirst("\"ends\":\\[[^]]*],", "")
                .replaceFirst("\"work\":\\[[^]]*],", "");
        assertThat(before).doesNotContain("\"ends\"").doesNotContain("\"work\":[");

        var read = StateJson.readState(before);

        assertThat(read.ends()).isEmpty();
        assertThat(read.work()).isEmpty();
        assertThat(read.tasks()).hasSize(1);
    }

    static InstanceState state(InstanceStatus status) {
        Map<String, FormValue> form = Map.of(
                "reason", new FormValue.Text("回家 $set"),
                "days", new FormValue.Number(new BigDecimal("3.50")),
                "from", new FormValue.Day(LocalDate.of(2026, 12, 1)),
                "urgent", new FormValue.Truth(true));
        var offered = new Assignment.Offered(new RoleName("HR"), List.of(ANN, TOM));
        return new InstanceState(
                ID,
                LEAVE,
                ANN,
                AT,
                form,
                status,
                1,
                List.of(new Token(1, STEP, new FlowId("in"), Outcome.APPROVED, TOM)),
                List.of(new OpenTask(TASK, STEP, "核对", 1, 1, offered, REASON, AT, 2)),
                Set.of(TOM),
                Set.of(TOM),
                false,
                Set.of(new StepId("end")),
                List.of(new GivenWork("order", "下单", BEA, 5, WorkPriority.HIGH)),
                1,
                1,
                4,
                List.of(
                        new HistoryEntry(1, AT, ANN, new InstanceEvent.InstanceStarted(ID, LEAVE, ANN, form)),
                        new HistoryEntry(
                                2, AT, null, new InstanceEvent.TaskOpened(TASK, STEP, "核对", 1, offered, REASON)),
                        new HistoryEntry(
                                3,
                                AT,
                                TOM,
                                new InstanceEvent.TaskReassigned(
                                        TASK, STEP, "核对", null, TOM, new Remark("请处理"), REASON)),
                        new HistoryEntry(
                                4,
                                AT,
                                null,
                                new InstanceEvent.WorkGiven(
                                        new GivenWork("order", "下单", BEA, 5, WorkPriority.HIGH), REASON))));
    }
}
