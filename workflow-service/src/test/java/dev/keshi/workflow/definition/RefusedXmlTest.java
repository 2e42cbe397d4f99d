package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.GOOD;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
}
