package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static dev.keshi.performance.cycle.Studio.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** When a peer rated stands nowhere, in no answer, no event and no line of the log; and what was said stands with the peer alone. */
@RunningService
class MomentAnonymityIT {

    private static final int FEWEST = 3;
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private Search search;

    @BeforeEach
    void begin(EventProbe probe) {
        search = new Search(enterprise, probe);
    }

    @AfterEach
    void end() {
        search.close();
    }

    private record While(String peer, Instant from, Instant until) {

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(until);
        }
    }

    @Test
    void noMomentThatIsToldIsThatOfARating() {
        var studio = Studio.open(enterprise, mongo, FEWEST);
        var gave = new ArrayList<While>();
        for (var peer : PEERS.subList(0, FEWEST)) {
            var from = now();
            studio.give(peer, "PEER", SHEETS[gave.size()]);
            gave.add(new While(peer, from, now()));
        }
        studio.step("close-rating", "CALIBRATION");
        studio.step("publish", "PUBLISHED");

        var told = moments(studio);
        // There is something to find: the moment of publishing at least.
        assertThat(told).anyMatch(moment -> moment.isAfter(gave.getLast().until()));
        for (var one : gave) {
            assertThat(told).as(one.peer()).noneMatch(one::holds);
            assertThat(search.loggedBetween(one.from(), one.until(), "dev.keshi.performance"))
                    .as(one.peer())
                    .isEmpty();
            assertThat(search.loggedHereBetween(one.from(), one.until()))
                    .as(one.peer())
                    .isEmpty();
        }
        search.findsNoPeer(studio);
    }

    /** The mean of three without the own is the sum of two, so a peer is shown no mean. */
    @Test
    void eachPeerSeesTheOwnRatingAndNothingOfTheOthersNorTheMean() {
        for (var left : PEERS) {
            var studio = Studio.open(enterprise, mongo, FEWEST);
            var gave = PEERS.stream().filter(peer -> !peer.equals(left)).toList();
            gave.forEach(peer -> studio.give(peer, "PEER", SHEETS[gave.indexOf(peer)]));
            var means = means();
            for (var status : List.of("RATING", "CALIBRATION", "PUBLISHED")) {
                switch (status) {
                    case "CALIBRATION" -> studio.step("close-rating", status);
                    case "PUBLISHED" -> studio.step("publish", status);
                    default -> studio.awaitStatus(status);
                }
                for (var peer : PEERS) {
                    var own = peer.equals(left) ? Set.<String>of() : numbers(SHEETS[gave.indexOf(peer)]);
                    var others = gave.stream()
                            .filter(one -> !one.equals(peer))
                            .flatMap(one -> numbers(SHEETS[gave.indexOf(one)]).stream())
                            .collect(Collectors.toSet());
                    var seen = new Reader(enterprise, peer).everythingAnonymous(studio);
                    seen.forEach((address, answer) -> {
                        assertThat(found(answer, others))
                                .as("%s at %s", peer, address)
                                .isEmpty();
                        assertThat(found(answer, means))
                                .as("%s at %s", peer, address)
                                .isEmpty();
                        if (!address.contains("/ratings")) {
                            assertThat(found(answer, own))
                                    .as("%s at %s", peer, address)
                                    .isEmpty();
                        }
                    });
                    if (!own.isEmpty()) {
                        assertThat(found(String.join("", seen.values()), own)).isEqualTo(own);
                    }
                    assertThat(new Reader(enterprise, peer).aboutTheSubject(studio))
                            .doesNotContain("\"total\"", "\"grade\"", "\"weightCounted\"");
                }
            }
            // The one whom they are about is shown the mean, so it could have been found.
            var explained = new Reader(enterprise, SUBJECT).aboutTheSubject(studio);
            assertThat(explained).contains("\"peers\":3");
            assertThat(found(explained, means)).isNotEmpty();
        }
    }

    /** How the mean of each indicator begins, whether it was rounded or not. */
    private static Set<String> means() {
        return IntStream.range(0, SHEETS[0].length)
                .mapToObj(indicator -> Arrays.stream(SHEETS)
                        .map(sheet -> BigDecimal.valueOf(sheet[indicator]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .flatMap(sum -> Stream.of(RoundingMode.DOWN, RoundingMode.HALF_EVEN)
                        .map(rounding -> sum.divide(BigDecimal.valueOf(SHEETS.length), 1, rounding)
                                .toString()))
                .collect(Collectors.toSet());
    }

    private static Set<String> numbers(double[] sheet) {
        return Arrays.stream(sheet).mapToObj(String::valueOf).collect(Collectors.toSet());
    }

    private static Set<String> found(String text, Set<String> numbers) {
        return numbers.stream()
                .filter(number -> Pattern.compile("(?<![0-9.])" + Pattern.quote(number))
                        .matcher(text)
                        .find())
                .collect(Collectors.toSet());
    }

    /** All that is told of the cycle to anybody but peers, kept of what it is told from, or stands in events and their ids. */
    private Set<Instant> moments(Studio studio) {
        var unused = search.events(studio);
        var about = new HashSet<>(studio.appraisals().values());
        about.add(studio.cycle());
        var events = search.published().stream()
                .filter(event -> about.contains(event.key()))
                .toList();
        assertThat(events).hasSizeGreaterThan(about.size());
        var texts = Stream.of(
                        Studio.READERS.stream()
                                .flatMap(reader -> new Reader(enterprise, reader)
                                        .everything(studio).entrySet().stream()
                                                .filter(one -> about.stream().anyMatch(one.getKey()::contains))
                                                .map(one -> one.getValue())),
                        studio.kept().stream().map(one -> one.toJson()),
                        events.stream().map(event -> event.headers() + event.json()))
                .flatMap(one -> one);
        var moments = new HashSet<Instant>();
        texts.flatMap(text -> MOMENT.matcher(text).results())
                .map(found -> Instant.parse(found.group()).truncatedTo(ChronoUnit.MILLIS))
                .forEach(moments::add);
        events.stream().map(SeenEvent::id).map(Ulid::getInstant).forEach(moments::add);
        return moments;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
