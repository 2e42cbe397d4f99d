package dev.keshi.performance.cycle;

import static dev.keshi.performance.cycle.Studio.PEERS;
import static dev.keshi.performance.cycle.Studio.SHEETS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/** A search for peers over everything that the service has told since it began: answers, events, log. */
final class Search implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern A_PEER = Pattern.compile("\\b(" + String.join("|", PEERS) + ")\\b");
    private static final Set<String> CHANCE = Set.of("ce_id", "ce_time", "ce_traceparent", "ce_tracestate");

    private final Enterprise enterprise;
    private final EventProbe probe;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    Search(Enterprise enterprise, EventProbe probe) {
        this.enterprise = enterprise;
        this.probe = probe;
        log.start();
        logger().addAppender(log);
    }

    @Override
    public void close() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    List<SeenEvent> published() {
        return probe.drain().stream()
                .filter(event -> event.topic().equals("keshi.performance.v1"))
                .toList();
    }

    /** What was published about a cycle that is over, by what it is about, with all of the envelope but chance. */
    Map<String, List<String>> events(Studio studio) {
        var names = studio.names();
        var keys = new ArrayList<>(studio.appraisals().values());
        keys.add(studio.cycle());
        keys.forEach(key ->
                probe.await(1, event -> event.key().equals(key) && event.type().contains("-published."), PATIENCE));
        return published().stream()
                .filter(event -> keys.contains(event.key()))
                .collect(Collectors.groupingBy(
                        event -> Studio.anonymous(event.key(), names),
                        TreeMap::new,
                        Collectors.mapping(
                                event -> event.type()
                                        + event.sequence()
                                        + Studio.anonymous(withoutChance(event) + event.json(), names),
                                Collectors.toList())));
    }

    /**
     * Of each person of a cycle that is over the types of all events that speak both of it and of the person, whatever their keys and
     * wherever the person stands in them.
     */
    Map<String, List<String>> told(Studio studio) {
        var unused = events(studio);
        var names = studio.names();
        var ofTheCycle = published().stream()
                .map(event ->
                        new Told(event, Studio.anonymous(event.key() + withoutChance(event) + event.json(), names)))
                .filter(one -> one.text().matches("(?s).*<(cycle|appraisal of|SELF of|SUPERIOR of|PEER of).*"))
                .toList();
        return studio.appraisals().keySet().stream()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> ofTheCycle.stream()
                                .filter(one -> one.speaksOf(person))
                                .map(one -> one.event().type())
                                .sorted()
                                .toList()));
    }

    /** What reminders say to each, with all of the envelope but chance; nothing but the person and the id may differ. */
    Map<String, String> reminders(Studio studio, int most) {
        var told = probe.await(
                most,
                event -> event.type().contains(".rating-reminder-given.")
                        && event.json().contains(studio.cycle()),
                PATIENCE);
        return told.stream().collect(Collectors.toMap(Search::person, event -> {
            var text = withoutChance(event) + event.json();
            return studio.anonymous(text.replace(event.key(), "<id>").replace('"' + person(event) + '"', "<person>"));
        }));
    }

    private static String person(SeenEvent event) {
        return event.json().replaceAll("(?s).*\"personId\":\"([a-z]+)\".*", "$1");
    }

    /** @param text with kinds and names in place of ids */
    private record Told(SeenEvent event, String text) {

        boolean speaksOf(String person) {
            return Pattern.compile("\\b" + person + "\\b").matcher(text).find();
        }
    }

    private static Map<String, String> withoutChance(SeenEvent event) {
        var headers = new TreeMap<>(event.headers());
        headers.keySet().removeAll(CHANCE);
        return headers;
    }

    /** Neither the name of one nor the points nor the rating stands anywhere but with the peer. */
    void findsNoPeer(Studio studio) {
        var ratings = studio.ratings().stream()
                .filter(one -> state(one).getString("kind").equals(RaterKind.PEER.name()))
                .toList();
        assertThat(ratings).hasSize(PEERS.size()).allSatisfy(one -> findsNothingBeside(one, studio));
        var told = new ArrayList<String>();
        Studio.READERS.forEach(reader -> told.add(new Reader(enterprise, reader).aboutTheSubject(studio)));
        var about = Set.of(studio.cycle(), studio.appraisal(Studio.SUBJECT));
        published().stream()
                .filter(event -> about.contains(event.key()))
                .map(event -> withoutChance(event) + event.json())
                .forEach(told::add);
        assertThat(told).hasSizeGreaterThan(Studio.READERS.size()).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern(A_PEER);
            Arrays.stream(SHEETS)
                    .flatMapToDouble(Arrays::stream)
                    .forEach(points -> assertThat(text)
                            .doesNotContainPattern(
                                    "(?<![0-9.])" + Pattern.quote(String.valueOf(points)) + "(?![0-9])"));
        });
        var anywhere = Stream.concat(
                        published().stream().map(event -> event.key() + event.headers() + event.json()),
                        logged().stream())
                .toList();
        ratings.forEach(one -> assertThat(anywhere).noneMatch(text -> text.contains(one.getString("_id"))));
        assertThat(Stream.concat(anywhere.stream(), told.stream()))
                .as("the secret of the cycle, from which the ids follow")
                .noneMatch(text -> text.contains(studio.secret()));
        assertThat(logged().stream()).noneMatch(text -> A_PEER.matcher(text).find());
    }

    /** No moment, no id that anybody could work out, nobody's name but in the one place. */
    private static void findsNothingBeside(Document rating, Studio studio) {
        assertThat(rating.toJson()).doesNotContain("$date");
        assertThat(A_PEER.matcher(rating.toJson()).results()).hasSize(1);
        assertThat(rating.getString("_id"))
                .isNotEqualTo(Opening.ratingId(
                                new AppraisalId(studio.appraisal(Studio.SUBJECT)),
                                0,
                                RaterKind.PEER,
                                state(rating).getString("raterId"))
                        .value());
    }

    private static Document state(Document rating) {
        return rating.get("state", Document.class);
    }

    /** Others may be logging just now. */
    private List<String> logged() {
        return new ArrayList<>(log.list).stream().map(Search::text).toList();
    }

    /** What a part of the service has logged from one moment to another. */
    List<String> loggedBetween(Instant from, Instant until, String logger) {
        return logged(from, until, event -> event.getLoggerName().startsWith(logger));
    }

    /** What requests of this thread have. */
    List<String> loggedHereBetween(Instant from, Instant until) {
        var here = Thread.currentThread().getName();
        return logged(from, until, event -> event.getThreadName().equals(here));
    }

    private List<String> logged(Instant from, Instant until, Predicate<ILoggingEvent> wanted) {
        return new ArrayList<>(log.list)
                .stream()
                        .filter(event -> event.getTimeStamp() >= from.toEpochMilli()
                                && event.getTimeStamp() <= until.toEpochMilli())
                        .filter(wanted)
                        .map(Search::text)
                        .toList();
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
