package dev.keshi.performance.scoring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedDistributionsTest {

    static Stream<Map<String, String>> cases() {
        return MarkdownTable.rows("/scoring/worked-distributions.md").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsWorkedByHand(Map<String, String> worked) {
        var totals =
                Arrays.stream(worked.get("totals").split(" ")).map(Total::of).toList();
        var people = new TreeMap<>(totals.stream().collect(groupingBy(identity(), counting())));

        var cutoffs = new Distribution(
                        Integer.parseInt(worked.get("excellent %")), Integer.parseInt(worked.get("good %")))
                .cutoffs(Thresholds.USUAL, people);

        assertThat(totals.stream()
                        .map(cutoffs::gradeOf)
                        .map(grade -> grade.name().substring(0, 1))
                        .collect(joining(" ")))
                .isEqualTo(worked.get("grades"));
    }
}
