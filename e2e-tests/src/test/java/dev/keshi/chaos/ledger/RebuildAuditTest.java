package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RebuildAuditTest {

    private static final String SUM = "0123456789abcdef";
    private static final String OTHER = "f123456789abcdef";

    @Test
    void nothingIsBrokenWhereNothingDiffers() {
        assertThat(audit(right())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 1, " + SUM + ", " + SUM + ", " + SUM,
        "COMPLETED, 0, " + OTHER + ", " + SUM + ", " + SUM,
        "COMPLETED, 0, " + SUM + ", " + OTHER + ", " + SUM,
        "COMPLETED, 0, " + SUM + ", " + SUM + ", " + OTHER,
        "REPLAYING, 0, " + SUM + ", " + SUM + ", " + SUM,
        "COMPLETED, 0, '', '', ''"
    })
    void whatDiffersOrIsNotAtItsEndIsFound(String status, int mended, String before, String archive, String after) {
        assertThat(audit(right(), rebuild(status, mended, before, archive, after)))
                .extracting(Broken::invariant)
                .containsExactly(Invariant.I9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"FAILED\",\"failure\":\"a hole\"}", "{\"failure\":\"no answer\"}", "{}"})
    void whatHasNoResultIsFound(String answer) {
        assertThat(audit(right(), JsonMapper.shared().readTree(answer)))
                .extracting(Broken::invariant)
                .containsExactly(Invariant.I9);
    }

    @Test
    void aServiceThatMadeNothingAnewIsFound() {
        assertThat(audit())
                .singleElement()
                .satisfies(broken -> assertThat(broken.example()).isEqualTo("nothing of workflow was made anew"));
    }

    private static JsonNode right() {
        return rebuild("COMPLETED", 0, SUM, SUM, SUM);
    }

    private static JsonNode rebuild(String status, int mended, String before, String archive, String after) {
        var rebuild = JsonMapper.shared().createObjectNode().put("status", status);
        rebuild.putObject("result")
                .put("documents", 3)
                .put("mended", mended)
                .put("before", before)
                .put("archive", archive)
                .put("after", after);
        return rebuild;
    }

    private static List<Broken> audit(JsonNode... answers) {
        return new RebuildAudit()
                .of(
                        List.of("workflow"),
                        Stream.of(answers)
                                .map(answer -> new Rebuilt("workflow", "directory", answer))
                                .toList());
    }
}
