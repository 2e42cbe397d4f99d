package dev.keshi.launcher.history;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a quarter, in numbers, department by department added up. */
final class QuarterFigures {

    int people;
    int work;
    int onTime;
    int absences;
    int warnings;
    int learners;
    int better;
    int newcomers;
    int calibrated;
    int namedEvents;
    final TreeMap<String, Integer> grades = new TreeMap<>();

    void add(QuarterFigures other) {
        people += other.people;
        work += other.work;
        onTime += other.onTime;
        absences += other.absences;
        warnings += other.warnings;
        learners += other.learners;
        better += other.better;
        newcomers += other.newcomers;
        calibrated += other.calibrated;
        namedEvents += other.namedEvents;
        other.grades.forEach((grade, count) -> grades.merge(grade, count, Integer::sum));
    }

    @Override
    public String toString() {
        String graded = grades.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
        return ("%d people, %d of %d pieces of work on time, %d absences, %d warnings ended, %d of %d courses helped, %d newcomers;"
                        + " grades %s, %d of them calibrated, some explained by %d events")
                .formatted(
                        people,
                        onTime,
                        work,
                        absences,
                        warnings,
                        better,
                        learners,
                        newcomers,
                        graded,
                        calibrated,
                        namedEvents);
    }
}
