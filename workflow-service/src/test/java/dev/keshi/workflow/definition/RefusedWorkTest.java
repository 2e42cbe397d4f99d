package dev.keshi.workflow.definition;

import static dev.keshi.workflow.definition.ProcessXml.GOOD;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.approver.ApproverRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that an approved request gives, as end events declare it. */
class RefusedWorkTest {

    private static final String REST = "name=\"下单\" owner=\"initiator\" dueInDays=\"5\"";

    @RegisterExtension
    static final TestCompiler COMPILER = new TestCompiler();

    @Test
    void anEndEventSaysWhatWorkIsGiven() {
        var graph =
                compiled("<keshi:work id=\"order\" name=\"下单\" nameEn=\"Place the order\" owner=\"deputy-in-charge\""
                        + " dueInDays=\"0\" priority=\"URGENT\"/>" + work("file", "initiator"));

        assertThat(((Step.End) graph.step(new StepId("e"))).work())
                .containsExactly(
                        new WorkAtEnd("order", "下单", new ApproverRule.DeputyInCharge(), 0, WorkPriority.URGENT),
                        new WorkAtEnd("file", "做file", new ApproverRule.Initiator(), 2, WorkPriority.NORMAL));
        assertThat(graph.english().work("order")).contains("Place the order");
        assertThat(graph.english().work("file")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REST,
                "id=\"1a\" " + REST,
                "id=\"\" " + REST,
                "id=\"a\" owner=\"initiator\" dueInDays=\"5\"",
                "id=\"a\" name=\"  \" owner=\"initiator\" dueInDays=\"5\"",
                "id=\"a\" name=\"一&#10;二\" owner=\"initiator\" dueInDays=\"5\"",
                "id=\"a\" name=\"下单\" dueInDays=\"5\"",
                "id=\"a\" name=\"下单\" owner=\"nobody\" dueInDays=\"5\"",
                "id=\"a\" name=\"下单\" owner=\"levels-up:11\" dueInDays=\"5\"",
                "id=\"a\" name=\"下单\" owner=\"initiator\"",
                "id=\"a\" name=\"下单\" owner=\"initiator\" dueInDays=\"-1\"",
                "id=\"a\" name=\"下单\" owner=\"initiator\" dueInDays=\"367\"",
                "id=\"a\" name=\"下单\" owner=\"initiator\" dueInDays=\"1.5\"",
                "id=\"a\" name=\"下单\" owner=\"initiator\" dueInDays=\"99999999999\"",
                "id=\"a\" nameEn=\"\" " + REST,
                "id=\"a\" priority=\"\" " + REST,
                "id=\"a\" priority=\"urgent\" " + REST
            })
    void workThatMakesNoSenseIsRefused(String attributes) {
        assertThat(COMPILER.codes(process(giving("<keshi:work " + attributes + "/>"))))
                .containsExactly("work-invalid");
    }

    @Test
    void aNameOfMoreThanAHundredCharactersIsRefused() {
        assertThat(COMPILER.codes(process(giving(work("a", "initiator").replace("做a", "长".repeat(101))))))
                .containsExactly("work-invalid");
        assertThat(compiled(work("a", "initiator").replace("做a", "长".repeat(100))))
                .isNotNull();
    }

    /** The work item is found by it, so it is unique in the process, not only where it stands. */
    @Test
    void anIdStandsOnceInAProcess() {
        var twoEnds = giving(work("a", "initiator"))
                + ProcessXml.flow("t", "f")
                + end("f", work("a", "manager") + work("b", "manager"));

        var errors = COMPILER.errors(process(twoEnds));

        assertThat(errors).hasSize(1).first().satisfies(error -> {
            assertThat(error.code().text()).isEqualTo("work-invalid");
            assertThat(error.elementId()).isEqualTo("a");
            assertThat(error.elementType()).isEqualTo("keshi:work");
            assertThat(error.line()).isEqualTo(ProcessXml.HEAD + 1);
            assertThat(error.zh()).isEqualTo("审批通过后的工作事项无效：id=\"a\"");
            assertThat(error.en()).isEqualTo("The work that an approved request gives is not valid: id=\"a\"");
        });
    }

    @Test
    void oneEndGivesTenAtMostAndAProcessFifty() {
        assertThat(compiled(many("a", 10))).isNotNull();
        assertThat(COMPILER.codes(process(giving(many("a", 11))))).containsExactly("too-much-work");

        var fifty = IntStream.range(0, 4)
                .mapToObj(
                        number -> ProcessXml.flow("t", "e" + number) + end("e" + number, many("w" + number + "_", 10)))
                .collect(Collectors.joining());
        assertThat(COMPILER.compile(process(giving(many("a", 10)) + fifty))).isInstanceOf(Compilation.Compiled.class);
        assertThat(COMPILER.codes(process(giving(many("a", 10))
                        + fifty
                        + ProcessXml.flow("t", "g")
                        + end("g", work("more", "initiator")))))
                .containsExactly("too-much-work");
    }

    @Test
    void whatIsUnknownInItOrElsewhereIsRefused() {
        assertThat(COMPILER.codes(process(giving("<keshi:work id=\"a\" colour=\"red\" " + REST + "/>"))))
                .containsExactly("unknown-keshi-extension");
        assertThat(COMPILER.codes(
                        process(giving("<keshi:work id=\"a\" " + REST + "><keshi:field id=\"x\"/></keshi:work>"))))
                .containsExactly("unknown-keshi-extension");
        assertThat(COMPILER.codes(process(giving("<keshi:field id=\"a\" type=\"text\"/>"))))
                .containsExactly("unknown-keshi-extension");
        assertThat(COMPILER.codes(process(GOOD.replace(
                        "<startEvent id=\"start\"/>",
                        "<startEvent id=\"start\"><extensionElements>" + work("a", "initiator")
                                + "</extensionElements></startEvent>"))))
                .containsExactly("unknown-keshi-extension");
    }

    private static String many(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(one -> work(prefix + one, "initiator"))
                .collect(Collectors.joining());
    }

    private static String giving(String extensions) {
        return GOOD.replace(end("e"), end("e", extensions));
    }

    private static ProcessGraph compiled(String extensions) {
        return ((Compilation.Compiled) COMPILER.compile(process(giving(extensions)))).graph();
    }
}
