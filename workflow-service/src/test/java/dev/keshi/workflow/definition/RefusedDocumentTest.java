package dev.keshi.workflow.definition;

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

import dev.keshi.workflow.condition.ConditionEvaluator;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {

    private static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();
    private static final BpmnCompiler COMPILER = new BpmnCompiler(CONDITIONS);
    private static final String GOOD = start("t") + task("t", "manager") + flow("t", "e") + end("e");

    @AfterAll
    static void close() {
        CONDITIONS.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
                "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/evil.dtd\"><definitions/>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><l>&c;</l>",
                "<!DOCTYPE definitions><definitions/>"
            })
    void aDoctypeIsRefusedBeforeAnythingIsRead(String xml) {
        assertThat(errors(xml.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.DOCTYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no xml", "<a>", "<a></b>", "<a b=1/>", "<a>&x;</a>", "{\"a\": 1}", "<a/><b/>"})
    void whatIsNotXmlIsSaidToBeNotXml(String text) {
        assertThat(errors(text.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.NOT_XML);
    }

    @Test
    void aNameWithTwoColonsIsNotXmlEither() {
        var xml = new String(process(GOOD + "\n<task id=\"x\" xmlns:a:b=\"c\"/>"), UTF_8);

        assertThat(errors(xml.getBytes(UTF_8)))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.NOT_XML, 4));
    }

    @Test
    void sizeAndDepthAreBounded() {
        var deep = "<a>".repeat(64) + "</a>".repeat(64);
        assertThat(errors(process(deep)))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.NESTED_TOO_DEEP, 3));

        var nested = "<a>".repeat(300_000);
        assertThat(errors(nested.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.NESTED_TOO_DEEP);

        assertThat(errors(new byte[2 * 1024 * 1024]))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.TOO_LARGE);
    }

    @Test
    void anotherRootIsNotBpmn() {
        assertThat(errors("<html/>".getBytes(UTF_8)))
                .extracting(DeploymentError::code, DeploymentError::elementType)
                .containsExactly(tuple(DeploymentErrorCode.NOT_BPMN, "html"));
    }

    @Test
    void aDocumentInGbkIsReadAsItSays() {
        var xml = "<?xml version=\"1.0\" encoding=\"GBK\"?>"
                + new String(process(GOOD), UTF_8).replace("id=\"p\"", "id=\"p\" name=\"请假\"");

        assertThat(COMPILER.compile(xml.getBytes(Charset.forName("GBK"))))
                .isInstanceOfSatisfying(
                        Compilation.Compiled.class,
                        compiled -> assertThat(compiled.graph().name()).isEqualTo("请假"));
    }

    @Test
    void aDocumentInGbkThatDoesNotSaySoIsRefusedAtTheLine() {
        var xml = new String(process(GOOD + "\n<!-- 请假 -->"), UTF_8).getBytes(Charset.forName("GBK"));

        assertThat(errors(xml))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.WRONG_ENCODING, 4));
    }

    @Test
    void aDocumentInUtf16IsReadByItsMark() {
        assertThat(COMPILER.compile(
                        new String(process(GOOD), UTF_8).getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isInstanceOf(Compilation.Compiled.class);
    }

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
        assertThat(errors(process(body)))
                .extracting(error -> error.code().name(), DeploymentError::elementId)
                .contains(tuple(code, elementId));
        assertThat(errors(process(body))).allSatisfy(error -> {
            assertThat(error.line()).isBetween(2, 3);
            assertThat(error.zh()).isNotBlank().doesNotContain("%s");
            assertThat(error.en()).isNotBlank().doesNotContain("%s");
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

        assertThat(errors(xml))
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

        assertThat(errors(xml))
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

        assertThat(errors(xml))
                .filteredOn(error -> error.code() == DeploymentErrorCode.NOT_EXECUTED)
                .extracting(DeploymentError::elementId)
                .contains("sub", "script", "loop")
                .hasSize(3);
    }

    @Test
    void anElementOfNoNamespaceIsLeftToTheSchema() {
        var xml = new String(process(GOOD + "<nothing xmlns=\"\" id=\"n\"/>"), UTF_8);

        assertThat(codes(xml.getBytes(UTF_8))).containsExactly("schema-violation");
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

        assertThat(errors(xml))
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

        assertThat(codes(document(""))).containsExactly("no-process");
        assertThat(codes(document(one.replace("true", "false")))).containsExactly("no-executable-process");
        assertThat(codes(document(one + "<process id=\"b\" isExecutable=\"true\"/>")))
                .containsExactly("several-executable-processes");
        assertThat(COMPILER.compile(document(one.replace(" isExecutable=\"true\"", ""))))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=\"1a\" type=\"text\"",
                "id=\"outcome\" type=\"text\"",
                "id=\"a\" type=\"colour\"",
                "id=\"a\"",
                "id=\"a\" type=\"number\" min=\"x\"",
                "id=\"a\" type=\"number\" min=\"5\" max=\"4\"",
                "id=\"a\" type=\"number\" min=\"1e999999999\"",
                "id=\"a\" type=\"number\" max=\"1e999999999\"",
                "id=\"a\" type=\"integer\" max=\"1e18\"",
                "id=\"a\" type=\"number\" max=\"1e-999999999\"",
                "id=\"a\" type=\"date\" min=\"tomorrow\"",
                "id=\"a\" type=\"date\" min=\"+10000-01-01\"",
                "id=\"a\" type=\"text\" max=\"100000\"",
                "id=\"a\" type=\"choice\"",
                "id=\"a\" type=\"text\" required=\"yes\"",
                "type=\"text\""
            })
    void aFieldThatMakesNoSenseIsRefused(String attributes) {
        assertThat(codes(process(withStart("<keshi:field " + attributes + "/>"))))
                .containsOnly("field-invalid");
    }

    @Test
    void theBoundsOfWhatCanBeFilledInAreBounds() {
        assertThat(COMPILER.compile(process(withStart("<keshi:field id=\"a\" type=\"number\" min=\"-1e17\""
                        + " max=\"999999999999999999.999999999999999999\"/>"))))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void aProcessThatCouldNotBeAskedForIsRefused() {
        var id = "p".repeat(ProcessKey.MAX_LENGTH);

        assertThat(COMPILER.compile(document("<process id=\"" + id + "\">" + GOOD + "</process>")))
                .isInstanceOf(Compilation.Compiled.class);
        assertThat(errors(document("\n<process id=\"p" + id + "\">" + GOOD + "</process>")))
                .extracting(DeploymentError::code, DeploymentError::elementId, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.ID_TOO_LONG, "p" + id, 3));
    }

    @Test
    void aRuleReadsDeclaredFieldsOnly() {
        assertThat(codes(process(withStart("<keshi:rule test=\"a &gt; 1\" field=\"b\"/>"))))
                .containsExactly("field-invalid", "condition-unknown-variable");
    }

    @Test
    void tensOfThousandsOfMistakesAreCutShort() {
        var xml = process(GOOD
                + IntStream.range(0, 30_000)
                        .mapToObj(i -> "<scriptTask id=\"s" + i + "\"/>")
                        .collect(Collectors.joining("\n")));

        assertThat(errors(xml)).hasSize(Findings.MAX + 1);
        assertThat(errors(xml).getLast().code()).isEqualTo(DeploymentErrorCode.TOO_MANY_ERRORS);
    }

    private static String withStart(String extensions) {
        return GOOD.replace(
                "<startEvent id=\"start\"/>",
                "<startEvent id=\"start\"><extensionElements>" + extensions + "</extensionElements></startEvent>");
    }

    private static List<String> codes(byte[] xml) {
        return errors(xml).stream().map(error -> error.code().text()).toList();
    }

    private static List<DeploymentError> errors(byte[] xml) {
        return ((Compilation.Refused) COMPILER.compile(xml)).errors();
    }
}
