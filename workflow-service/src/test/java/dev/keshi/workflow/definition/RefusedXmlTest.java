package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.GOOD;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no BPMN document at all, and what encodings it may have. */
class RefusedXmlTest {

    @RegisterExtension
    static final TestCompiler COMPILER = new TestCompiler();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
                "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/evil.dtd\"><definitions/>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><l>&c;</l>",
                "<!DOCTYPE definitions><definitions/>"
            })
    void aDoctypeIsRefusedBeforeAnythingIsRead(String xml) {
        assertThat(COMPILER.errors(xml.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.DOCTYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no xml", "<a>", "<a></b>", "<a b=1/>", "<a>&x;</a>", "{\"a\": 1}", "<a/><b/>"})
    void whatIsNotXmlIsSaidToBeNotXml(String text) {
        assertThat(COMPILER.errors(text.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.NOT_XML);
    }

    @Test
    void aNameWithTwoColonsIsNotXmlEither() {
        var xml = new String(process(GOOD + "\n<task id=\"x\" xmlns:a:b=\"c\"/>"), UTF_8);

        assertThat(COMPILER.errors(xml.getBytes(UTF_8)))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.NOT_XML, 4));
    }

    @Test
    void sizeAndDepthAreBounded() {
        var deep = "<a>".repeat(64) + "</a>".repeat(64);
        assertThat(COMPILER.errors(process(deep)))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.NESTED_TOO_DEEP, 3));

        var nested = "<a>".repeat(300_000);
        assertThat(COMPILER.errors(nested.getBytes(UTF_8)))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.NESTED_TOO_DEEP);

        assertThat(COMPILER.errors(new byte[2 * 1024 * 1024]))
                .extracting(DeploymentError::code)
                .containsExactly(DeploymentErrorCode.TOO_LARGE);
    }

    @Test
    void anotherRootIsNotBpmn() {
        assertThat(COMPILER.errors("<html/>".getBytes(UTF_8)))
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

        assertThat(COMPILER.errors(xml))
                .extracting(DeploymentError::code, DeploymentError::line)
                .containsExactly(tuple(DeploymentErrorCode.WRONG_ENCODING, 4));
    }

    @Test
    void aDocumentInUtf16IsReadByItsMark() {
        assertThat(COMPILER.compile(new String(process(GOOD), UTF_8).getBytes(UTF_16)))
                .isInstanceOf(Compilation.Compiled.class);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("", "文件是空的（第 1 行第 1 列）", "the document is empty (line 1, column 1)"),
                arguments("no xml", "文件不以标记开头（第 1 行第 1 列）", "it does not begin with a tag (line 1, column 1)"),
                arguments(
                        "<a>\n<b c='1'>\n",
                        "文件结束时还有元素没有结束（第 3 行第 1 列）；位于第 2 行开始的元素 b 之内",
                        "it ends before all its elements are closed (line 3, column 1), within the element b that begins in line 2"),
                arguments(
                        "<a>\n<b>\n</a>",
                        "结束标记与开始标记不配对（第 3 行第 3 列）；位于第 2 行开始的元素 b 之内",
                        "an end tag does not fit the start tag (line 3, column 3), within the element b that begins in line 2"),
                arguments("<a b=1/>", "属性值没有加引号", "the value of an attribute stands without quotation marks"),
                arguments("<a>days < 3</a>", "内容里的 < 要写成 &lt;", "a < in a text must be written &lt;"),
                arguments("<rule test='days < 3'/>", "内容里的 < 要写成 &lt;", "a < in a text must be written &lt;"),
                arguments("<a>R & D</a>", "内容里的 & 要写成 &amp;", "a & in a text must be written &amp;"),
                arguments("<a>&nbsp;</a>", "引用了没有定义的实体", "it refers to an entity that is not defined"),
                arguments("<a/><b/>", "根元素之后还有内容", "something follows the root element"),
                arguments("<bpmn:a/>", "使用的前缀没有用 xmlns 声明", "a prefix is used that no xmlns declares"),
                arguments("<a keshi:role='x'/>", "使用的前缀没有用 xmlns 声明", "a prefix is used that no xmlns declares"),
                arguments("<a x='1' x='2'/>", "同一个属性写了两次", "an attribute is given twice"),
                arguments("<a>\u0002</a>", "含有 XML 不允许的字符", "it holds a character that XML does not allow"),
                arguments("<a><!-- -- --></a>", "从此处起无法读取", "it cannot be read from here on"));
    }

    /** The parser speaks the language of the machine; its words stand beside ours and never in them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsNotXmlIsExplainedInBothLanguages(String text, String zh, String en) {
        assertThat(COMPILER.errors(text.getBytes(UTF_8))).singleElement().satisfies(error -> {
            assertThat(error.zh()).startsWith("不是格式正确的 XML：" + zh);
            assertThat(error.en()).startsWith("Not well-formed XML: " + en);
            assertThat(error.parserMessage()).isNotBlank();
            assertThat(error.zh() + error.en()).doesNotContain(error.parserMessage());
        });
    }

    @Test
    void whatIsNotXmlIsNamedWithTheElementItStandsIn() {
        var xml = process("<userTask id=\"t\">\n<documentation>R & D</documentation></userTask>");

        assertThat(COMPILER.errors(xml))
                .extracting(DeploymentError::elementId, DeploymentError::elementType, DeploymentError::line)
                .containsExactly(tuple("t", "documentation", 4));
    }
}
