package dev.keshi.performance.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table by which a personnel officer can check who counts as a peer. */
class WorkedPeersTest {

    record Case(String number, List<Map<String, String>> rows) {
        @Override
        public String toString() {
            return number + ": " + rows.getLast().get("working");
        }
    }

    static Stream<Case> cases() {
        return MarkdownTable.rows("/scoring/worked-peers.md").stream()
                .collect(groupingBy(row -> row.get("case"), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Case(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsWorkedByHand(Case worked) {
        var groups = PeerGroups.NONE;
        for (var row : worked.rows()) {
            var rated = people(row.get("rated"));
            int minimum = Integer.parseInt(row.get("min"));
            assertThat(written(groups)).as("groups before: %s", row).isEqualTo(row.get("groups before"));

            groups = groups.with(rated, minimum);

            assertThat(written(groups.counted(rated, minimum)))
                    .as("counted: %s", row)
                    .isEqualTo(row.get("counted"));
        }
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(10);
    }

    private static Set<String> people(String cell) {
        return cell.equals("-") ? Set.of() : Set.copyOf(Arrays.asList(cell.split(" ")));
    }

    private static String written(PeerGroups groups) {
        return groups.groups().isEmpty()
                ? "-"
                : groups.groups().stream().map(WorkedPeersTest::written).collect(joining("; "));
    }

    private static String written(Set<String> people) {
        return people.isEmpty() ? "-" : String.join(" ", new TreeSet<>(people));
    }
}
