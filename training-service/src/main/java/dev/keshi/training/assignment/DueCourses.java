package dev.keshi.training.assignment;

import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.course.CourseView;
import dev.keshi.training.trainee.PositionQueries;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which courses follow from what is known of somebody. */
final class DueCourses {

    private final CourseQueries courses;
    private final PositionQueries positions;
    private final AssignmentProperties properties;

    DueCourses(CourseQueries courses, PositionQueries positions, AssignmentProperties properties) {
        this.courses = courses;
        this.positions = positions;
        this.properties = properties;
    }

    /**
     * What belongs to the induction of somebody.
     *
     * @param complete false while a position is not known
     */
    record Induction(List<String> courses, boolean complete) {}

    /**
     * The induction path: what everybody takes who joins, and what belongs to each position that somebody has joined or moved to. Also to
     * one that was left again: whoever is told late is told the same.
     */
    Induction induction(Trainee trainee, LocalDate today) {
        if (trainee.works().isEmpty()) {
            return new Induction(List.of(), true);
        }
        var names = new TreeSet<String>();
        var complete = true;
        for (var position : newPositions(trainee, today)) {
            var known = positions.namesOf(position);
            known.ifPresent(names::addAll);
            complete &= known.isPresent();
        }
        var joined = trainee.hired().filter(hired -> isNew(hired, today)).isPresent();
        return new Induction(
                courses.inductionOf(names).stream()
                        .filter(course -> (joined && course.inductionOfAll())
                                || course.inductionOf().stream().anyMatch(names::contains))
                        .map(CourseView::code)
                        .filter(course -> !trainee.learned().contains(course))
                        .toList(),
                complete);
    }

    /**
     * What was found weak: by appraisals, then by figures.
     *
     * @param justTaken assignments of which it is news that they are completed
     */
    List<Finding> findings(Trainee trainee, List<AssignmentDocument> justTaken, LocalDate today) {
        return Stream.concat(byAppraisals(trainee, justTaken).stream(), byFigures(trainee, today).stream())
                .toList();
    }

    /**
     * From that of the oldest work, in the order of the codes. Each appraisal counts when it is heard of, in whatever order that is;
     * of those that were followed before only the last that has the indicator, and those published since a course for it was taken when
     * only now it is heard that it was: they were taken for what it was to strengthen.
     */
    private List<Finding> byAppraisals(Trainee trainee, List<AssignmentDocument> justTaken) {
        var last = new HashMap<String, TraineeFact.Appraised>();
        trainee.appraisals().forEach(one -> one.points().keySet().forEach(code -> last.put(code, one)));
        var found = new ArrayList<Finding>();
        for (var appraisal : trainee.appraisals()) {
            appraisal.points().entrySet().stream()
                    .filter(one -> one.getValue().compareTo(properties.weakBelow()) < 0)
                    .filter(one -> trainee.news().contains(appraisal)
                            || appraisal.equals(last.get(one.getKey()))
                            || justTaken.stream().anyMatch(taken -> isSince(taken, appraisal, one.getKey())))
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> new Weakness(
                            one.getKey(), appraisal.appraisalId(), appraisal.at(), appraisal.until(), one.getValue()))
                    .forEach(weakness -> found.add(new Finding.ByAppraisal(weakness, appraisal)));
        }
        return found;
    }

    private boolean isSince(AssignmentDocument taken, TraineeFact.Appraised appraisal, String indicator) {
        var known = taken.completedAt();
        return known != null
                && appraisal.at().isAfter(known)
                && (taken.indicator().equals(Optional.of(indicator))
                        || courses.strengthening(indicator).stream()
                                .anyMatch(course -> course.code().equals(taken.courseCode())));
    }

    /**
     * In the order of the codes. Of each indicator only the latest period counts, so what is better by now is not weak, and none that ended
     * long ago: the person may do other work since. While the latest does not stand yet, none does.
     */
    private List<Finding> byFigures(Trainee trainee, LocalDate today) {
        var last = new TreeMap<String, TraineeFact.Figure>();
        trainee.figures().forEach(one -> last.put(one.indicator(), one));
        var since = today.minusDays(properties.figureSinceDays());
        return last.values().stream()
                .filter(trainee::counts)
                .filter(figure -> !figure.period().last().isBefore(since))
                .<Finding>mapMulti((figure, next) -> PeriodFigure.of(figure)
                        .filter(found -> found.reachesLessThan(properties.weakBelow()))
                        .ifPresent(found -> next.accept(new Finding.ByFigure(found, figure))))
                .toList();
    }

    /** Courses that strengthen an indicator and were not learned yet, in the order of their codes. */
    List<String> strengthening(String indicator, Trainee trainee) {
        return courses.strengthening(indicator).stream()
                .map(CourseView::code)
                .filter(course -> !trainee.learned().contains(course))
                .toList();
    }

    private Set<String> newPositions(Trainee trainee, LocalDate today) {
        return trainee.places().stream()
                .filter(works -> isNew(works, today))
                .flatMap(works -> works.positionId().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isNew(TraineeFact.Works works, LocalDate today) {
        return !works.on().isBefore(today.minusDays(properties.inductionSinceDays()));
    }
}
