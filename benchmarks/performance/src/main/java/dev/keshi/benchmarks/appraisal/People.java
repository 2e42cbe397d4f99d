package dev.keshi.benchmarks.appraisal;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.contracts.performance.FigureRecordedV1;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that grows: departments of 50 people, each led by its first one, twenty departments a division. One in twenty moves to
 * the neighbouring department within the period; each has a figure a month. Beside them there may be a crowd: one department of many, without
 * figures.
 */
final class People {

    static final String INDICATOR = "customer-satisfaction";
    static final String CROWD = "crowd";

    private static final int TEAM = 50;
    private static final int TEAMS = 20;
    private static final int MOVES = 20;
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 1, 1);
    private static final LocalDate MOVED = LocalDate.of(2020, 2, 16);
    private static final List<LocalDate> MONTHS =
            List.of(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 2, 29), LocalDate.of(2020, 3, 31));

    private final OtherServices services;
    private int people;
    private int crowd;

    People(OtherServices services) {
        this.services = services;
    }

    /** Publishes what is new; returns when Kafka has it. */
    void growTo(int many) {
        if (people == 0) {
            open("group", null, person(0));
        }
        for (int i = people; i < many; i++) {
            if (i % (TEAM * TEAMS) == 0) {
                open(division(i), "group", person(i));
            }
            if (i % TEAM == 0) {
                open(team(i), division(i), person(i));
            }
            hire(i);
            if (moves(i)) {
                services.publish(new PersonTransferredV1(person(i), neighbour(i), null, null, MOVED), person(i), 2);
            }
            for (int month = 0; month < MONTHS.size(); month++) {
                record(i, month);
            }
        }
        services.flush();
        people = many;
    }

    /** Publishes a department of so many; returns when Kafka has it. */
    void crowd(int many) {
        open(CROWD, "group", person(0));
        for (int i = 0; i < many; i++) {
            var id = ofCrowd(i);
            services.publish(
                    new PersonHiredV1(id, id, new EncryptedText(id, "AAAA"), null, CROWD, null, null, LONG_AGO), id, 1);
        }
        services.flush();
        crowd = many;
    }

    /** Of those in teams. */
    int inTeams() {
        return people;
    }

    int inCrowd() {
        return crowd;
    }

    static String ofCrowd(int i) {
        return String.format(Locale.ROOT, "q-%07d", i);
    }

    /** One of each team in turn, and then the next of each. */
    String acrossTeams(int turn) {
        int teams = people / TEAM;
        return person(turn % teams * TEAM + turn / teams % TEAM);
    }

    /** In which department somebody works in the end. */
    static String departmentOf(String person) {
        if (person.startsWith("q-")) {
            return CROWD;
        }
        int i = Integer.parseInt(person.substring(2));
        return moves(i) ? neighbour(i) : team(i);
    }

    static long movesAmong(int many) {
        return (many + MOVES - 8) / MOVES;
    }

    static long figuresOf(int many) {
        return (long) many * MONTHS.size();
    }

    private void open(String id, @Nullable String parent, String manager) {
        services.publish(
                new DepartmentOpenedV1(id, id, "DEPARTMENT", id, null, parent, manager, List.of(), LONG_AGO, 1), id, 1);
    }

    private void hire(int i) {
        var id = person(i);
        services.publish(
                new PersonHiredV1(id, id, new EncryptedText(id, "AAAA"), null, team(i), null, null, LONG_AGO), id, 1);
    }

    private void record(int i, int month) {
        var id = "f-" + i + "-" + month;
        var amount = 60 + (i * 7L + month * 13L) % 40;
        services.publish(
                new FigureRecordedV1(id, INDICATOR, person(i), MONTHS.get(month), Long.toString(amount), "1"), id, 1);
    }

    private static boolean moves(int i) {
        return i % MOVES == 7;
    }

    static String person(int i) {
        return String.format(Locale.ROOT, "p-%07d", i);
    }

    private static String team(int i) {
        return "team-" + i / TEAM;
    }

    /** Of two teams the other. */
    private static String neighbour(int i) {
        return "team-" + (i / TEAM ^ 1);
    }

    private static String division(int i) {
        return "division-" + i / (TEAM * TEAMS);
    }
}
