package dev.keshi.training;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.test.events.Arrivals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * People who are hired, move, leave, are appraised and have figures, told by two services; and who then take courses. The same seed tells the
 * same, whatever its people are called.
 */
final class History {

    private static final int PEOPLE = 16;
    private static final int DEPARTMENTS = 3;
    private static final int WEAK_BELOW = 60;
    private static final Duration STEP = Duration.ofMinutes(1);

    private final Wire wire;
    private final String world;
    private final Random random;
    private final LocalDate today;
    private final Instant begin;
    private final Arrivals arrivals = new Arrivals();
    private final List<ProducerRecord<String, byte[]>> attendances = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> afterwards = new ArrayList<>();

    private History(Wire wire, String world, long seed, LocalDate today, Instant begin) {
        this.wire = wire;
        this.world = world;
        this.random = new Random(seed);
        this.today = today;
        this.begin = begin;
    }

    /**
     * @param world stands before every id
     * @param begin when the first of it is told
     * @param templates what positions are made from
     * @param indicators that appraisals look at
     */
    static History of(
            Wire wire,
            String world,
            long seed,
            LocalDate today,
            Instant begin,
            List<String> templates,
            List<String> indicators) {
        var history = new History(wire, world, seed, today, begin);
        history.organisation(templates);
        for (int i = 0; i < PEOPLE; i++) {
            history.life(world + "p" + i, templates.size());
            history.appraisals(i, indicators);
            history.figures(i, indicators);
        }
        return history;
    }

    private void organisation(List<String> templates) {
        for (int i = 0; i < DEPARTMENTS; i++) {
            var department = world + "d" + i;
            happens(new DepartmentOpenedV1(
                    department, "D" + i, "DEPARTMENT", "部门", null, null, null, List.of(), LocalDate.of(2019, 1, 1), 1));
            happens(new DepartmentLeadershipChangedV1(
                    department, world + "p" + i, List.of(), LocalDate.of(2019, 1, 1)));
        }
        for (int i = 0; i < templates.size(); i++) {
            happens(new PositionDefinedV1(world + "q" + i, "Q-" + i, "岗位", null, department(), null, templates.get(i)));
        }
    }

    /** Some long ago, so that they are not inducted; whoever leaves has nothing to take. */
    private void life(String person, int positions) {
        var day = today.minusDays(random.nextInt(4) == 0 ? 200 : 40);
        happens(new PersonHiredV1(
                person,
                "E-" + person,
                new EncryptedText(person, "AAAA"),
                null,
                department(),
                position(positions),
                null,
                day));
        for (int move = random.nextInt(3); move > 0; move--) {
            day = day.plusDays(1 + random.nextInt(10));
            happens(new PersonTransferredV1(person, department(), position(positions), null, day));
        }
        if (random.nextInt(5) == 0) {
            happens(new PersonSeparatedV1(person, today));
        }
    }

    /** Also partial ones, which say nothing of an indicator that was weak before. */
    private void appraisals(int person, List<String> indicators) {
        for (int number = random.nextInt(4); number > 0; number--) {
            var results = new ArrayList<IndicatorResult>();
            for (var indicator : indicators) {
                if (random.nextInt(3) > 0) {
                    results.add(new IndicatorResult(
                            "template", indicator, "ABILITY", 30 + random.nextInt(60) + "." + random.nextInt(10)));
                }
            }
            var last = random.nextBoolean() ? null : today.minusDays(1 + random.nextInt(200));
            var id = world + "a" + person + "-" + number;
            happens(appraisal(id, world + "p" + person, results, last));
            if (random.nextInt(3) == 0) {
                happens(appraisal(
                        id,
                        world + "p" + person,
                        results.stream().map(this::otherwise).toList(),
                        last));
            }
        }
    }

    /** What was weak stays weak: a course that was assigned for it stays assigned. */
    private IndicatorResult otherwise(IndicatorResult result) {
        boolean weak = new BigDecimal(result.points()).compareTo(BigDecimal.valueOf(WEAK_BELOW)) < 0;
        var points = (weak ? random.nextInt(WEAK_BELOW) : WEAK_BELOW + random.nextInt(100 - WEAK_BELOW)) + ".5";
        return new IndicatorResult(result.templateId(), result.code(), result.family(), points);
    }

    /** @param last of the ninety days that are judged; absent where the event does not tell */
    private AppraisalPublishedV1 appraisal(
            String id, String person, List<IndicatorResult> results, @Nullable LocalDate last) {
        return new AppraisalPublishedV1(
                id,
                "cycle",
                person,
                department(),
                "60.0",
                "PASS",
                results,
                1,
                null,
                last == null ? null : last.minusDays(89),
                last,
                null);
    }

    /**
     * People come to courses that they have to take, and what those were for is appraised and has figures: of the work after them, and late of
     * that before.
     *
     * @param toBeTaken assignments, in an order that is the same whatever their people are called
     */
    void goesOn(List<Document> toBeTaken) {
        for (var assignment : toBeTaken) {
            if (random.nextInt(3) > 0 || assignment.get("figure") != null) {
                attends(assignment.getString("personId"), assignment.getString("courseCode"));
                Stream.of("weakness", "figure")
                        .map(found -> assignment.get(found, Document.class))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(found -> works(assignment.getString("personId"), found.getString("indicator")));
            }
        }
    }

    private void attends(String person, String course) {
        attendances.add(wire.told(
                new AttendanceRecordedV1(
                        world + "s" + attendances.size(),
                        course,
                        "INTERNAL",
                        60,
                        today.plusDays(2),
                        "system:test",
                        List.of(person),
                        List.of()),
                begin.plus(Duration.ofDays(3)).plus(STEP.multipliedBy(attendances.size()))));
    }

    private void works(String person, String indicator) {
        if (random.nextBoolean()) {
            appraised(person, indicator, today.minusDays(20), 4 + random.nextInt(10), false);
        }
        if (random.nextInt(3) == 0) {
            appraised(person, indicator, today.minusDays(10), -1, false);
        }
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            var last = random.nextInt(4) == 0 ? null : today.plusDays(100 + random.nextInt(50));
            appraised(person, indicator, last, 5 + random.nextInt(5), number > 1);
        }
        for (int day : List.of(3, 13)) {
            if (random.nextInt(4) > 0) {
                for (int moves = 1 + random.nextInt(2); moves > 0; moves--) {
                    follows(figure("w" + afterwards(person, indicator) + "-" + day, indicator, person, day), 4 + day);
                }
            }
        }
    }

    private static String afterwards(String person, String indicator) {
        return person.substring(person.lastIndexOf('p')) + "-" + Integer.toHexString(indicator.hashCode());
    }

    private IndicatorMovedV1 figure(String value, String indicator, String person, int day) {
        return moved(value, indicator, today.plusDays(day), today.plusDays(day + 9), person);
    }

    /**
     * Known so many days after this history began; some are published anew.
     *
     * @param others whether another one will say what the course brought, so that this one may leave it out later
     */
    private void appraised(String person, String indicator, @Nullable LocalDate last, int daysLater, boolean others) {
        var result = new IndicatorResult("template", indicator, "ABILITY", 30 + random.nextInt(65) + ".0");
        var id = world + "b" + afterwards.size();
        follows(appraisal(id, person, List.of(result), last), daysLater);
        if (random.nextInt(3) == 0) {
            var leftOut = others && new BigDecimal(result.points()).compareTo(BigDecimal.valueOf(WEAK_BELOW)) >= 0;
            follows(appraisal(id, person, leftOut ? List.of() : List.of(otherwise(result)), last), daysLater + 1);
        }
    }

    private void follows(PublishedEvent event, int daysLater) {
        var at = begin.plus(Duration.ofDays(daysLater)).plus(STEP.multipliedBy(afterwards.size()));
        afterwards.add(wire.told(event, at));
    }

    /** Each moves several times, up and down: of the two months before this one, of one that is not over, and of a department. */
    private void figures(int person, List<String> indicators) {
        for (var indicator : indicators) {
            for (var ago : List.of(2, 1, -1)) {
                if (random.nextBoolean()) {
                    continue;
                }
                var first = today.withDayOfMonth(1).minusMonths(ago);
                for (int moves = 1 + random.nextInt(4); moves > 0; moves--) {
                    happens(moved(
                            "v" + person + "-" + indicators.indexOf(indicator) + "-" + ago,
                            indicator,
                            first,
                            world + "p" + person));
                }
            }
        }
        happens(moved(
                "v-of-department-" + person,
                indicators.getFirst(),
                today.withDayOfMonth(1).minusMonths(1),
                null));
    }

    private IndicatorMovedV1 moved(String value, String indicator, LocalDate month, @Nullable String person) {
        return moved(value, indicator, month, month.plusMonths(1).minusDays(1), person);
    }

    private IndicatorMovedV1 moved(
            String value, String indicator, LocalDate first, LocalDate last, @Nullable String person) {
        return new IndicatorMovedV1(
                world + value,
                indicator,
                person,
                department(),
                first,
                last,
                null,
                random.nextInt(8) == 0 ? null : 20 + random.nextInt(80) + ".00",
                "PERCENT",
                "90",
                1,
                "event",
                "MORE");
    }

    private void happens(PublishedEvent event) {
        arrivals.add(wire.told(event, begin.plus(STEP.multipliedBy(arrivals.size()))));
    }

    private String department() {
        return world + "d" + random.nextInt(DEPARTMENTS);
    }

    private String position(int positions) {
        return world + "q" + random.nextInt(positions);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Who came to courses, in the order of the courses. */
    List<ProducerRecord<String, byte[]>> attendances() {
        return List.copyOf(attendances);
    }

    /** What is known of work, before courses and after them. */
    List<ProducerRecord<String, byte[]>> afterwards() {
        return List.copyOf(afterwards);
    }

    /** Text as it would be in any other world. */
    String anonymous(String text) {
        var known = new Arrivals();
        afterwards.forEach(known::add);
        return known.withoutIds(arrivals.withoutIds(text.replace(world, "")));
    }
}
