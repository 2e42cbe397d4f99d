package dev.keshi.training.assignment;

import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.course.CourseView;
import dev.keshi.training.trainee.PositionQueries;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * The induction path: what everybody takes who joins, and what belongs to the position that somebody has joined or moved to.
     *
     * @return empty while the position is not known
     */
    Optional<List<String>> induction(Trainee trainee, LocalDate today) {
        var works = trainee.works();
        if (works.isEmpty()) {
            return Optional.of(List.of());
        }
        var names = names(works.get(), today);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var joined = trainee.hired().filter(hired -> isNew(hired, today)).isPresent();
        return Optional.of(courses.inductionOf(names.get()).stream()
                .filter(course -> (joined && course.inductionOfAll())
                        || course.inductionOf().stream().anyMatch(names.get()::contains))
                .map(CourseView::code)
                .filter(course -> !trainee.learned().contains(course))
                .toList());
    }

    /** What the last appraisal found weak, in the order of the codes. */
    List<Weakness> weaknesses(Trainee trainee) {
        var found = new ArrayList<Weakness>();
        var appraisals = trainee.appraisals();
        if (!appraisals.isEmpty()) {
            var last = appraisals.getLast();
            last.points().entrySet().stream()
                    .filter(one -> one.getValue().compareTo(properties.weakBelow()) < 0)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one ->
                            found.add(new Weakness(one.getKey(), last.appraisalId(), last.at(), one.getValue())));
        }
        return found;
    }

    /** Courses that strengthen an indicator and were not learned yet, in the order of their codes. */
    List<String> strengthening(String indicator, Trainee trainee) {
        return courses.strengthening(indicator).stream()
                .map(CourseView::code)
                .filter(course -> !trainee.learned().contains(course))
                .toList();
    }

    /** Names of the position that somebody is new in: none for somebody who has none or is not new, empty when it is not known. */
    private Optional<Set<String>> names(TraineeFact.Works works, LocalDate today) {
        if (!isNew(works, today)) {
            return Optional.of(Set.of());
        }
        return works.positionId().map(positions::namesOf).orElse(Optional.of(Set.of()));
    }

    private boolean isNew(TraineeFact.Works works, LocalDate today) {
        return !works.on().isBefore(today.minusDays(properties.inductionSinceDays()));
    }
}
