package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.GOOD;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields and rules of the form that starts a process. */
class RefusedFormTest {

    @RegisterExtension
    static final TestCompiler COMPILER = new TestCompiler();

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
        assertThat(COMPILER.codes(process(withStart("<keshi:field " + attributes + "/>"))))
                .containsOnly("field-invalid");
    }

    @Test
    void theBoundsOfWhatCanBeFilledInAreBounds() {
        assertThat(COMPILER.compile(process(withStart("<keshi:field id=\"a\" type=\"number\" min=\"-1e17\""
                        + " max=\"999999999999999999.999999999999999999\"/>"))))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void aRuleReadsDeclaredFieldsOnly() {
        assertThat(COMPILER.codes(process(withStart("<keshi:rule test=\"a &gt; 1\" field=\"b\"/>"))))
                .containsExactly("field-invalid", "condition-unknown-variable");
    }

    private static String withStart(String extensions) {
        return GOOD.replace(
                "<startEvent id=\"start\"/>",
                "<startEvent id=\"start\"><extensionElements>" + extensions + "</extensionElements></startEvent>");
    }
}
