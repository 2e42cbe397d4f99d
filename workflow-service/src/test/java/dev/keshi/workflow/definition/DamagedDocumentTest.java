package dev.keshi.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.workflow.condition.ConditionEvaluator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** However a document is damaged, the compiler answers; it never throws. */
class DamagedDocumentTest {

    private static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();
    private static final BpmnCompiler COMPILER = new BpmnCompiler(CONDITIONS);
    private static final String GOOD = read();

    @AfterContainer
    static void close() {
        CONDITIONS.close();
    }

    /** Cuts something out and puts in what stands elsewhere: tags end up in the wrong place, ids twice, references open. */
    @Property(tries = 400)
    void piecesInTheWrongPlaceAreAnswered(
            @ForAll @IntRange(max = 4000) int cutAt,
            @ForAll @IntRange(max = 60) int cutLength,
            @ForAll @IntRange(max = 4000) int copyFrom,
            @ForAll @IntRange(max = 60) int copyLength) {
        int from = Math.min(copyFrom, GOOD.length() - copyLength);
        var damaged = GOOD.substring(0, cutAt)
                + GOOD.substring(from, from + copyLength)
                + GOOD.substring(Math.min(GOOD.length(), cutAt + cutLength));

        requireAnswer(damaged.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves the XML well-formed and takes whole lines away, so that later checks see incomplete processes. */
    @Property(tries = 300)
    void missingLinesAreAnswered(@ForAll @Size(max = 6) java.util.List<@IntRange(min = 8, max = 55) Integer> missing) {
        var lines = new java.util.ArrayList<>(GOOD.lines().toList());
        missing.stream().filter(line -> lines.get(line).strip().endsWith("/>")).forEach(line -> lines.set(line, ""));

        requireAnswer(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void anyBytesAreAnswered(@ForAll byte[] bytes) {
        requireAnswer(bytes);
    }

    private static void requireAnswer(byte[] xml) {
        switch (COMPILER.compile(xml)) {
            case Compilation.Compiled(var graph) -> assertThat(graph.steps()).isNotEmpty();
            case Compilation.Refused(var errors) ->
                assertThat(errors)
                        .isNotEmpty()
                        .allSatisfy(error -> assertThat(error.line()).isPositive());
        }
    }

    private static String read() {
        try (var file = DamagedDocumentTest.class.getResourceAsStream("/processes/leave-request.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
