package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.GOOD;
import static dev.keshi.workflow.definition.ProcessXml.document;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A BPMN document that cannot be executed: every mistake is named with its element and line. */
class RefusedDocumentTest {

    @RegisterExtension
    static final TestCompiler COMPILER = new TestCompiler();

    static Stream<Arguments> mistakes() {
        var task = "<userTask id=\"t\" keshi:approver=\"manager\"";
        var gateway = start("g") + "<exclusiveGateway id=\"g\" default=\"g-e\"/>";
        return Stream.of(
                arguments("NO_START", "p", task + "/>" + flow("t", "e") + end("e")),
                arguments("NO_END", "p", start("t") + task("t", "manager")),
                arguments("SEVERAL_STARTS", "s2", GOOD + "<startEvent id=\"s2\"/>" + flow("s2", "t")),
                arguments("UNREACHABLE", "lost", GOOD + "<task id=\"lost\"/>" + flow("lost", "e")),
                arguments("DEAD_END", "dead", start("dead") + "<task id=\"dead\"/>" + end("e")),
                arguments("FLOW_INTO_START", "start", GOOD + flow("t", "start")),
                arguments("FLOW_OUT_OF_END", "e", GOOD + flow("e", "t")),
                arguments("DANGLING_REFERENCE", "t-nowhere", GOOD + flow("t", "nowhere")),
                arguments("DUPLICATE_ID", "t", GOOD + "<textAnnotation id=\"t\"/>"),
                arguments(
                        "NO_USABLE_CONDITION",
                        "g",
                        start("g") + "<exclusiveGateway id=\"g\"/>" + flow("g", "e") + flow("g", "f") + end("e")
                                + end("f")),
                arguments(
                        "DANGLING_REFERENCE",
                        "g",
                        start("g") + "<exclusiveGateway id=\"g\" default=\"nope\"/>" + flow("g", "e") + end("e")),
                arguments("CONDITION_ON_DEFAULT", "g-e", gateway + flow("g", "e", "1 = 1") + end("e")),
                arguments("CONDITION_NOT_EXECUTED", "t-e", GOOD.replace(flow("t", "e"), flow("t", "e", "1 = 1"))),
                arguments(
                        "DEFAULT_NOT_EXECUTED", "t", GOOD.replace("keshi:approver", "default=\"t-e\" keshi:approver")),
                arguments(
                        "CONDITION_INVALID",
                        "g-f",
                        gateway + flow("g", "e") + flow("g", "f", "days >") + end("e") + end("f")),
                arguments(
                        "CONDITION_INVALID",
                        "g-f",
                        gateway + flow("g", "e") + flow("g", "f", "${days}") + end("e") + end("f")),
                arguments(
                        "CONDITION_UNKNOWN_VARIABLE",
                        "g-f",
                        gateway + flow("g", "e") + flow("g", "f", "days = 1") + end("e") + end("f")),
                arguments(
                        "CONDITION_LANGUAGE",
                        "g-f",
                        gateway
                                + flow("g", "e")
                                + flow("g", "f", "1 = 1")
                                        .replace("<conditionExpression", "<conditionExpression language=\"groovy\"")
                                + end("e")
                                + end("f")),
                arguments("APPROVER_MISSING", "t", GOOD.replace("keshi:approver=\"manager\"", "")),
                arguments("APPROVER_INVALID", "t", GOOD.replace("\"manager\"", "\"boss\"")),
                arguments("APPROVER_INVALID", "t", GOOD.replace("\"manager\"", "\"levels-up:99\"")),
                arguments("APPROVER_INVALID", "t", GOOD.replace("\"manager\"", "\"person:\"")),
                arguments(
                        "APPROVER_INVALID", "t", GOOD.replace("\"manager\"", "\"manager\" keshi:whenNobody=\"maybe\"")),
                arguments("APPROVER_INVALID", "t", GOOD.replace("\"manager\"", "\"manager\" keshi:samePerson=\"\"")),
                arguments(
                        "UNKNOWN_KESHI_EXTENSION",
                        "t",
                        GOOD.replace("\"manager\"", "\"manager\" keshi:deadline=\"1\"")),
                arguments(
                        "UNKNOWN_KESHI_EXTENSION",
                        "start",
                        GOOD.replace(
                                "<startEvent id=\"start\"/>",
                                "<startEvent id=\"start\"><extensionElements><keshi:button/></extensionElements></startEvent>")),
                arguments(
                        "UNKNOWN_KESHI_EXTENSION",
                        "t-e",
                        GOOD.replace("id=\"t-e\"", "id=\"t-e\" keshi:nameEn=\"to the end\"")),
                arguments(
                        "FOREIGN_EXTENSION", "t", GOOD.replace("\"manager\"", "\"manager\" camunda:assignee=\"demo\"")),
                arguments(
                        "FOREIGN_EXTENSION",
                        "t",
                        GOOD.replace("\"manager\"", "\"manager\" flowable:candidateGroups=\"x\"")),
                arguments("FOREIGN_EXTENSION", "t", GOOD.replace("\"manager\"", "\"manager\" tool:formKey=\"x\"")),
                arguments(
                        "FOREIGN_EXTENSION",
                        "start",
                        GOOD.replace(
                                "<startEvent id=\"start\"/>",
                                "<startEvent id=\"start\"><extensionElements><camunda:executionListener class=\"x\" event=\"start\"/></extensionElements></startEvent>")),
                arguments(
                        "ATTRIBUTE_NOT_EXECUTED",
                        "t",
                        GOOD.replace("\"manager\"", "\"manager\" isForCompensation=\"true\"")),
                arguments("SCHEMA_VIOLATION", "t", GOOD.replace("\"manager\"", "\"manager\" colour=\"red\"")),
                arguments(
                        "SCHEMA_VIOLATION", "t", GOOD.replace("\"manager\"/>", "\"manager\"><surprise/></userTask>")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsElementAndLine(String code, String elementId, String body) {
        assertThat(COMPILER.errors(process(body)))
                .extracting(error -> error.code().name(), DeploymentError::elementId)
                .contains(tuple(code, elementId));
        assertThat(COMPILER.errors(process(body))).allSatisfy(error -> {
            assertThat(error.line()).isBetween(2, 3);
            assertThat(error.zh()).isNotBlank().doesNotContain("%s");
            assertThat(error.en()).isNotBlank().doesNotContain("%s");
        });
    }

    static Stream<Arguments> violations() {
        var task = "<userTask id=\"t\" keshi:approver=\"manager\"";
        return Stream.of(
                arguments(
                        task + " colour=\"red\"/>",
                        "元素 userTask 没有属性 colour",
                        "the element userTask has no attribute colour"),
                arguments(
                        task + "><surprise/></userTask>",
                        "元素 surprise 不能出现在此处",
                        "the element surprise is not allowed here"),
                arguments(task + ">now</userTask>", "元素 userTask 中不能直接写文字", "the element userTask must not hold text"),
                arguments(
                        task + "/><sequenceFlow id=\"x\" sourceRef=\"t\"/>",
                        "元素 sequenceFlow 缺少属性 targetRef",
                        "the element sequenceFlow lacks the attribute targetRef"),
                arguments(
                        task + " isForCompensation=\"maybe\"/>",
                        "元素 userTask 的属性 isForCompensation 的值无效",
                        "the attribute isForCompensation of the element userTask has no valid value"),
                arguments(
                        task + "><incoming>a b</incoming></userTask>",
                        "元素 incoming 的内容无效",
                        "the content of the element incoming is not valid"),
                arguments(
                        task + "><ioSpecification/></userTask>",
                        "元素 ioSpecification 的内容不完整",
                        "the content of the element ioSpecification is not complete"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void aViolationOfTheSchemaIsSaidInBothLanguagesAndTheValidatorsWordsStandBeside(String task, String zh, String en) {
        assertThat(COMPILER.errors(process(start("t") + task + flow("t", "e") + end("e"))))
                .filteredOn(error -> error.code() == DeploymentErrorCode.SCHEMA_VIOLATION)
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.zh()).isEqualTo("不符合 BPMN 2.0 模式：" + zh);
                    assertThat(error.en()).isEqualTo("Not valid against the BPMN 2.0 schema: " + en);
                    assertThat(error.parserMessage()).startsWith("cvc-");
                    assertThat(error.line()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    days >               | 条件不是合法的 FEEL 表达式：>         | The condition is not valid FEEL: >
                    days 大于 3          | 条件不是合法的 FEEL 表达式：大于 3    | The condition is not valid FEEL: 大于 3
                    for x in 1..9 return x | 条件使用了不允许的语法：for … return | The condition uses syntax that is not allowed: for … return
                    now() > days         | 条件调用了不允许的函数：now           | The condition calls a function that is not allowed: now
                    days + 1             | 条件的结果不是真或假                  | The condition does not answer true or false
                    """)
    void aConditionThatIsNoneIsExplainedInBothLanguages(String condition, String zh, String en) {
        var body = start("g") + "<exclusiveGateway id=\"g\" default=\"g-e\"/>" + flow("g", "e")
                + flow("g", "f", condition.replace("<", "&lt;")) + end("e") + end("f");

        assertThat(COMPILER.errors(process(body)))
                .filteredOn(error -> error.code() == DeploymentErrorCode.CONDITION_INVALID)
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.zh()).isEqualTo(zh);
                    assertThat(error.en()).isEqualTo(en);
                    assertThat(error.elementId()).isEqualTo("g-f");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scriptTask",
                "serviceTask",
                "sendTask",
                "receiveTask",
                "businessRuleTask",
                "callActivity",
                "subProcess",
                "transaction",
                "adHocSubProcess",
                "inclusiveGateway",
                "complexGateway",
                "intermediateThrowEvent",
                "intermediateCatchEvent"
            })
    void aStepThatIsNotExecutedIsNamed(String name) {
        var xml = process(start("x") + "\n<" + name + " id=\"x\"/>\n" + flow("x", "e") + end("e"));

        assertThat(COMPILER.errors(xml))
                .extracting(
                        DeploymentError::code,
                        DeploymentError::elementId,
                        DeploymentError::elementType,
                        DeploymentError::line)
                .contains(tuple(DeploymentErrorCode.NOT_EXECUTED, "x", name, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timer", "message", "signal", "conditional", "escalation", "error", "compensate"})
    void anEventThatIsNotExecutedIsNamed(String kind) {
        var definition = kind + "EventDefinition";
        var inside = kind.equals("conditional") ? "<condition xsi:type=\"tExpression\"/>" : "";
        var xml = process(GOOD + "\n<boundaryEvent id=\"b\" attachedToRef=\"t\">\n<" + definition + " id=\"d\">"
                + inside + "</" + definition + "></boundaryEvent>");

        assertThat(COMPILER.errors(xml))
                .extracting(
                        DeploymentError::code,
                        DeploymentError::elementId,
                        DeploymentError::elementType,
                        DeploymentError::line)
                .containsExactly(
                        tuple(DeploymentErrorCode.NOT_EXECUTED, "b", "boundaryEvent", 4),
                        tuple(DeploymentErrorCode.NOT_EXECUTED, "d", definition, 5));
    }

    @Test
    void stepsInsideWhatIsNotExecutedAreNamedToo() {
        var xml = process(GOOD
                + "<subProcess id=\"sub\" triggeredByEvent=\"true\">\n<scriptTask id=\"script\">\n<script>1</script></scriptTask>"
                + "<userTask id=\"inner\">\n<multiInstanceLoopCharacteristics id=\"loop\"/></userTask></subProcess>");

        assertThat(COMPILER.errors(xml))
                .filteredOn(error -> error.code() == DeploymentErrorCode.NOT_EXECUTED)
                .extracting(DeploymentError::elementId)
                .contains("sub", "script", "loop")
                .hasSize(3);
    }

    @Test
    void anElementOfNoNamespaceIsLeftToTheSchema() {
        var xml = new String(process(GOOD + "<nothing xmlns=\"\" id=\"n\"/>"), UTF_8);

        assertThat(COMPILER.codes(xml.getBytes(UTF_8))).containsExactly("schema-violation");
    }

    @Test
    void allMistakesAreListedByLine() {
        var xml = process(String.join(
                "\n",
                start("g"),
                "<exclusiveGateway id=\"g\"/>",
                flow("g", "t", "for x in 1..9 return x"),
                flow("g", "nowhere"),
                "<userTask id=\"t\" camunda:assignee=\"demo\"/>",
                "<serviceTask id=\"call\" camunda:class=\"x.Y\"/>",
                flow("t", "call"),
                flow("call", "e"),
                end("e"),
                "<manualTask id=\"island\"/>"));

        assertThat(COMPILER.errors(xml))
                .extracting(error -> error.line() + " " + error.code().text() + " " + error.elementId())
                .containsExactly(
                        "5 condition-invalid g-t",
                        "6 dangling-reference g-nowhere",
                        "7 foreign-extension t",
                        "7 approver-missing t",
                        "8 foreign-extension call",
                        "8 not-executed call",
                        "12 dead-end island",
                        "12 unreachable island");
    }

    @Test
    void aDocumentRunsExactlyOneProcess() {
        var one = "<process id=\"a\" isExecutable=\"true\">" + GOOD + "</process>";

        assertThat(COMPILER.codes(document(""))).containsExactly("no-process");
        assertThat(COMPILER.codes(document(one.replace("true", "false")))).containsExactly("no-executable-process");
        assertThat(COMPILER.codes(document(one + "<process id=\"b\" isExecutable=\"true\"/>")))
                .containsExactly("several-executable-processes");
        assertThat(COMPILER.compile(document(one.replace(" isExecutable=\"true\"", ""))))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void aProcessThatCouldNotBeAskedForIsRefused() {
        var id = "p".repeat(ProcessKey.MAX_LENGTH);

        assertThat(COMPILER.compile(document("<process id=\"" + id + "\">" + GOOD + "</process>")))
                .isInstanceOf(Compilation.Compiled.class);
        assertThat(COMPILER.errors(document("\n<process id=\"p" + id + "\">" + GOOD + "</process>")))
                .extracting(DeploymentError::code, DeploymentError::elementId, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.ID_TOO_LONG, "p" + id, 3));
    }

    @Test
    void tensOfThousandsOfMistakesAreCutShort() {
        var xml = process(GOOD
                + IntStream.range(0, 30_000)
                        .mapToObj(i -> "<scriptTask id=\"s" + i + "\"/>")
                        .collect(Collectors.joining("\n")));

        assertThat(COMPILER.errors(xml)).hasSize(Findings.MAX + 1);
        assertThat(COMPILER.errors(xml).getLast().code()).isEqualTo(DeploymentErrorCode.TOO_MANY_ERRORS);
    }
}
