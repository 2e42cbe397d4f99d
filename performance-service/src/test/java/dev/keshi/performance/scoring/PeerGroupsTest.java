package dev.keshi.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever compares publications is given everything: who was counted in each, that all of them repeated themselves exactly, and exact means. What such
 * a one can work out is any sum of publications, each times any number. None of those may be about fewer people than the minimum.
 */
class PeerGroupsTest {

    private static final int FEWEST = ScoringRules.FEWEST_PEERS;
    private static final int PRIME = 1_000_003;

    @Test
    void theFirstWhoRateCountAndAreAGroupFromThenOn() {
        assertThat(counted(FEWEST, "ABC")).containsExactly("ABC");
        assertThat(counted(FEWEST, "AB")).containsExactly("");
        assertThat(counted(FEWEST, "ABC", "ABC")).containsExactly("ABC", "ABC");
    }

    @Test
    void fewerThanTheMinimumWhoJoinDoNotCountUntilTheyAreAGroup() {
        assertThat(counted(FEWEST, "ABC", "ABCD")).containsExactly("ABC", "ABC");
        assertThat(counted(FEWEST, "ABC", "ABCDE", "ABCDEF")).containsExactly("ABC", "ABC", "ABCDEF");
        assertThat(counted(FEWEST, "ABC", "DEF", "ABCDEFG")).containsExactly("ABC", "DEF", "ABCDEF");
    }

    @Test
    void ofAGroupThatIsNotWholeNobodyCounts() {
        assertThat(counted(FEWEST, "ABCD", "ABC", "ABCD")).containsExactly("ABCD", "", "ABCD");
        assertThat(counted(FEWEST, "ABC", "ABD")).containsExactly("ABC", "");
        assertThat(counted(FEWEST, "ABC", "ABDEF")).containsExactly("ABC", "DEF");
    }

    @Test
    void theMinimumOfACycleIsThatOfItsMeanAndOfWhoComeToIt() {
        assertThat(counted(5, "ABCD", "ABCDE")).containsExactly("", "ABCDE");
        var three = PeerGroups.NONE.with(people("ABC"), FEWEST);
        assertThat(three.with(people("ABCDEF"), 5)).isEqualTo(three);
        assertThat(three.counted(people("ABCDEF"), 5)).isEmpty();
        // The three were promised three; with them the five could be told apart from a mean of eight.
        assertThat(three.with(people("ABCDEFGH"), 5).counted(people("ABCDEFGH"), 5))
                .isEqualTo(people("DEFGH"));
    }

    @Test
    void noSumOfPublicationsIsOfFewerThanTheMinimumHoweverPeopleComeAndGo() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            int minimum = FEWEST + random.nextInt(2);
            int people = 4 + random.nextInt(6);
            var histories = Stream.generate(() -> some(random, people))
                    .limit(1 + random.nextInt(6))
                    .toArray(String[]::new);
            var told = counted(minimum, histories).stream()
                    .filter(one -> !one.isEmpty())
                    .toList();
            assertThat(told).as("seed %s", seed).allMatch(one -> one.length() >= minimum);
            assertThat(revealsFewerThan(minimum, told))
                    .as("seed %s: %s of %s", seed, told, Arrays.toString(histories))
                    .isFalse();
        }
    }

    @Test
    void whoeverWasPromisedMoreIsInNoSmallerSumWhateverOtherCyclesAskFor() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var groups = PeerGroups.NONE;
            var told = new ArrayList<String>();
            var promised = new ArrayList<Integer>();
            for (int cycle = 0; cycle < 5; cycle++) {
                int minimum = FEWEST + random.nextInt(3);
                var gave = people(some(random, 10));
                groups = groups.with(gave, minimum);
                told.add(String.join("", new TreeSet<>(groups.counted(gave, minimum))));
                promised.add(minimum);
            }
            for (int cycle = 0; cycle < told.size(); cycle++) {
                int all = rank(told, "");
                assertThat(few(told.get(cycle), promised.get(cycle) - 1))
                        .as("seed %s: %s of %s", seed, told, promised)
                        .noneMatch(those -> rank(told, those) < all);
            }
        }
    }

    /** The same attack finds what it is to find. */
    @Test
    void whoeverCountsAllWhoHaveRatedRevealsOneInTheEnd() {
        assertThat(revealsFewerThan(FEWEST, List.of("ABC", "ABCD"))).isTrue();
        assertThat(revealsFewerThan(FEWEST, List.of("ABCDE", "ABC"))).isTrue();
        // Always three, one of four misses each time: the sum of all four of them is three times everybody.
        assertThat(revealsFewerThan(2, List.of("ABC", "ABD", "ACD"))).isFalse();
        assertThat(revealsFewerThan(2, List.of("ABC", "ABD", "ACD", "BCD"))).isTrue();
        // Each differs by three from the one before.
        assertThat(revealsFewerThan(2, List.of("ABC", "ABCDEF", "ABD"))).isFalse();
        assertThat(revealsFewerThan(2, List.of("ABC", "ABCDEF", "EFG", "ABCDG")))
                .isTrue();
        assertThat(revealsFewerThan(FEWEST, List.of("ABC", "DEF", "ABCDEF"))).isFalse();
    }

    /** Of each time who counts, in order. @param histories who has rated, by letters */
    private static List<String> counted(int minimum, String... histories) {
        var groups = PeerGroups.NONE;
        var counted = new ArrayList<String>();
        for (var gave : histories) {
            groups = groups.with(people(gave), minimum);
            counted.add(String.join("", new TreeSet<>(groups.counted(people(gave), minimum))));
        }
        return counted;
    }

    private static Set<String> people(String letters) {
        return Arrays.stream(letters.split("")).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    }

    private static String some(Random random, int people) {
        return IntStream.range(0, people)
                .filter(_ -> random.nextInt(5) > 0)
                .mapToObj(each -> String.valueOf((char) ('A' + each)))
                .collect(Collectors.joining());
    }

    /** Whether some sum of these, each times any number, is of so few: then without those the others say less. */
    private static boolean revealsFewerThan(int minimum, List<String> told) {
        int all = rank(told, "");
        return few("ABCDEFGHIJ", minimum - 1).stream().anyMatch(those -> rank(told, those) < all);
    }

    private static List<String> few(String people, int size) {
        if (size == 0) {
            return List.of("");
        }
        return IntStream.range(0, people.length())
                .boxed()
                .flatMap(first ->
                        few(people.substring(first + 1), size - 1).stream().map(rest -> people.charAt(first) + rest))
                .toList();
    }

    private static int rank(List<String> told, String without) {
        var rows = told.stream()
                .map(one -> IntStream.rangeClosed('A', 'J')
                        .mapToLong(each -> one.indexOf(each) >= 0 && without.indexOf(each) < 0 ? 1 : 0)
                        .toArray())
                .collect(Collectors.toCollection(ArrayList::new));
        int rank = 0;
        for (int column = 0; column <= 'J' - 'A'; column++) {
            int at = column;
            var pivot = rows.stream().filter(row -> row[at] != 0).findFirst();
            if (pivot.isPresent()) {
                rank++;
                rows.remove(pivot.get());
                rows.replaceAll(row -> reduced(row, pivot.get(), at));
            }
        }
        return rank;
    }

    /** Modulo a prime that no determinant of so few rows has as a factor. */
    private static long[] reduced(long[] row, long[] pivot, int column) {
        return IntStream.range(0, row.length)
                .mapToLong(each -> Math.floorMod(row[each] * pivot[column] - pivot[each] * row[column], PRIME))
                .toArray();
    }
}
