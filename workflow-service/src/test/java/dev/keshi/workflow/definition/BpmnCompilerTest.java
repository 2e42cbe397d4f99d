package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.document;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.workflow.approver.ApproverRule;
import dev.keshi.workflow.approver.RoleName;
import dev.keshi.workflow.approver.WhenInitiator;
import dev.keshi.workflow.approver.WhenNobody;
import dev.keshi.workflow.approver.WhenSamePerson;
import dev.keshi.workflow.condition.ConditionEvaluator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BpmnCompilerTest {

    private static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();
    private static final BpmnCompiler COMPILER = new BpmnCompiler(CONDITIONS);

    @AfterAll
    static void close() {
        CONDITIONS.close();
    }

    @Test
    void theBundledLeaveRequestCompiles() throws IOException {
        try (var file = getClass().getResourceAsStream("/processes/leave-request.bpmn")) {
            var graph = compiled(file.readAllBytes());

            assertThat(graph.key()).isEqualTo(new ProcessKey("leave-request"));
            assertThat(graph.name()).isEqualTo("请假申请");
            assertThat(graph.form().variableNames())
                    .containsExactlyInAnyOrder("leaveType", "from", "to", "days", "reason");
            assertThat(graph.step(new StepId("deputyApproval")))
                    .isInstanceOfSatisfying(
                            Step.Approval.class,
                            step -> assertThat(step.approver().rule()).isEqualTo(new ApproverRule.DeputyInCharge()));
            assertThat(graph.step(new StepId("length")).outgoing())
                    .extracting(flow -> flow.id().value(), SequenceFlow::name)
                    .containsExactly(tuple("long", "是"), tuple("short", "否"));
        }
    }

    @Test
    void processAndStepsMayHaveEnglishNames() {
        var named = start("t").replace("id=\"start\"", "id=\"start\" keshi:nameEn=\" Ask \n for it \"")
                + task("t", "manager").replace("name=\"t\"", "name=\"审批\" keshi:nameEn=\"Approval\"")
                + flow("t", "e")
                + end("e").replace("id=\"e\"", "id=\"e\" name=\"完成\" keshi:nameEn=\"\"");
        var body = "<process id=\"p\" name=\"申请\" keshi:nameEn=\"Request\">" + named + "</process>";

        var english = compiled(document(body)).english();

        assertThat(english.process()).contains("Request");
        assertThat(english.step(new StepId("start"))).contains("Ask for it");
        assertThat(english.step(new StepId("t"))).contains("Approval");
        assertThat(english.step(new StepId("e"))).isEmpty();
        assertThat(compiled(document(body)).name()).isEqualTo("申请");
        assertThat(compiled(process(ProcessXml.GOOD)).english()).isEqualTo(EnglishNames.none());
    }

    @Test
    void everyNameOfTheBundledLeaveRequestHasItsEnglishOne() throws IOException {
        try (var file = getClass().getResourceAsStream("/processes/leave-request.bpmn")) {
            var graph = compiled(file.readAllBytes());

            assertThat(graph.english().process()).contains("Leave request");
            assertThat(graph.english().steps().keySet()).isEqualTo(graph.steps().keySet());
        }
    }

    @Test
    void aTaskSaysEverythingAboutItsApprover() {
        var step = approval(compiled(process(start("t")
                + "<userTask id=\"t\" keshi:approver=\"levels-up:2\" keshi:whenNobody=\"person:p9\""
                + " keshi:whenInitiator=\"department-head\" keshi:samePerson=\"once\"/>"
                + flow("t", "e") + end("e"))));

        assertThat(step.approver().rule()).isEqualTo(new ApproverRule.LevelsUp(2));
        assertThat(step.approver().whenNobody())
                .isEqualTo(new WhenNobody.Ask(new dev.keshi.workflow.approver.PersonId("p9")));
        assertThat(step.approver().whenInitiator()).isEqualTo(WhenInitiator.DEPARTMENT_HEAD);
        assertThat(step.approver().whenSamePerson()).isEqualTo(WhenSamePerson.ONCE);
    }

    @Test
    void theInnermostLaneGivesTheRole() {
        var lanes = "<laneSet id=\"ls\"><lane id=\"outer\" name=\"运营管理部\"><flowNodeRef>t</flowNodeRef>"
                + "<childLaneSet id=\"cs\"><lane id=\"inner\" name=\"人事\" keshi:role=\"HR\"><flowNodeRef>t</flowNodeRef>"
                + "</lane></childLaneSet></lane></laneSet>";
        var step = approval(compiled(process(lanes + start("t") + "<userTask id=\"t\"/>" + flow("t", "e") + end("e"))));

        assertThat(step.approver().rule()).isEqualTo(new ApproverRule.HoldersOf(new RoleName("HR")));
    }

    @Test
    void aRejectionGoesOnWhereTheNextGatewayReadsTheOutcome() {
        var approved = flow("g", "e", "outcome = \"approved\"");
        var open = start("t") + task("t", "manager") + flow("t", "g") + "<exclusiveGateway id=\"g\" default=\"g-r\"/>"
                + approved + flow("g", "r") + end("e") + end("r");
        assertThat(approval(compiled(process(open))).rejectionContinues()).isTrue();

        var closed = open.replace(approved, flow("g", "e", "1 = 1"));
        assertThat(approval(compiled(process(closed))).rejectionContinues()).isFalse();
    }

    @Test
    void whatOnlyExplainsADiagramIsHarmless() {
        var graph = compiled(document("<collaboration id=\"c\"><participant id=\"us\" processRef=\"p\"/>"
                + "<participant id=\"them\" processRef=\"other\"/><participant id=\"box\" name=\"客户\"/>"
                + "<messageFlow id=\"mf\" sourceRef=\"them\" targetRef=\"us\"/></collaboration>"
                + "<message id=\"m\"/><error id=\"er\"/><dataStore id=\"ds\"/>"
                + "<category id=\"cat\"><categoryValue id=\"cv\" value=\"x\"/></category>"
                + "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"30\" tool:color=\"red\">"
                + "<documentation>说明</documentation><extensionElements><tool:stencil id=\"start\"/></extensionElements>"
                + start("t") + "<manualTask id=\"t\"><dataInputAssociation id=\"da\"><sourceRef>dr</sourceRef>"
                + "<targetRef>pr</targetRef></dataInputAssociation></manualTask>"
                        .replace("<dataInputAssociation", "<property id=\"pr\"/><dataInputAssociation")
                + flow("t", "e") + end("e")
                + "<dataObject id=\"do\"/><dataObjectReference id=\"dr\" dataObjectRef=\"do\"/>"
                + "<dataStoreReference id=\"sr\" dataStoreRef=\"ds\"/>"
                + "<textAnnotation id=\"ta\"><text>注</text></textAnnotation>"
                + "<association id=\"as\" sourceRef=\"t\" targetRef=\"ta\"/><group id=\"gr\" categoryValueRef=\"cv\"/>"
                + "</process><process id=\"other\"><scriptTask id=\"shownOnly\"/></process>"));

        assertThat(graph.steps().keySet()).extracting(StepId::value).containsExactly("start", "t", "e");
    }

    @Test
    void aFlowMayHaveNoId() {
        var graph = compiled(process(start("e").replace("id=\"start-e\" ", "") + end("e")));

        assertThat(graph.step(graph.start()).outgoing()).hasSize(1);
    }

    private static Step.Approval approval(ProcessGraph graph) {
        return graph.steps().values().stream()
                .filter(Step.Approval.class::isInstance)
                .map(Step.Approval.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ProcessGraph compiled(byte[] xml) {
        var answer = COMPILER.compile(xml);
        assertThat(answer)
                .as(() -> answer instanceof Compilation.Refused(List<DeploymentError> errors) ? errors.toString() : "")
                .isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) answer).graph();
    }
}
