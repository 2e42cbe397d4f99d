package dev.keshi.training.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What requires what.
 *
 * @param of every course that is offered, with what it requires itself
 */
record Prerequisites(Map<CourseCode, Set<CourseCode>> of) {

    Prerequisites {
        of = Map.copyOf(of);
    }

    /** @throws CourseProblem when nobody could take the course for what it requires */
    void requirePossible(CourseCode course, Collection<CourseCode> required) {
        for (var one : required) {
            if (!one.equals(course) && !of.containsKey(one)) {
                throw new CourseProblem.PrerequisiteMissing(one);
            }
        }
        var way = new ArrayList<>(List.of(course));
        if (leadsBack(course, required, way, new HashSet<>())) {
            throw new CourseProblem.RequiresItself(way);
        }
    }

    /** @throws CourseProblem.RequiredByOthers when others require it */
    void requireUnneeded(CourseCode course) {
        var others = of.entrySet().stream()
                .filter(other -> other.getValue().contains(course))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new CourseProblem.RequiredByOthers(others);
        }
    }

    /** @param way from the course to here; when this answers true, back to it */
    private boolean leadsBack(
            CourseCode course, Collection<CourseCode> required, List<CourseCode> way, Set<CourseCode> seen) {
        for (var one : required) {
            way.add(one);
            if (one.equals(course) || (seen.add(one) && leadsBack(course, of.getOrDefault(one, Set.of()), way, seen))) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }
}
