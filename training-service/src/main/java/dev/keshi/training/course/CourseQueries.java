package dev.keshi.training.course;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads the catalogue, which everybody may know. */
@Component
public class CourseQueries {

    /** More courses than these belong to nobody's induction and strengthen no indicator. */
    private static final int MOST_FITTING = 100;

    private final MongoCourses courses;

    CourseQueries(MongoCourses courses) {
        this.courses = courses;
    }

    public record Wanted(
            Optional<CourseForm> form,
            Optional<CourseSubject> subject,
            Optional<String> indicator,
            Optional<Boolean> retired) {}

    /** Also a retired one. */
    public Optional<Versioned<CourseView>> find(CourseCode code) {
        return courses.find(code).map(CourseView::of);
    }

    /** Whether there is one that is not retired. */
    public boolean exists(CourseCode code) {
        return courses.find(code).filter(course -> !course.state().retired()).isPresent();
    }

    /** @throws CourseProblem when there is none, or when it is retired */
    public CourseView requireOffered(CourseCode code) {
        var course =
                find(code).orElseThrow(() -> new CourseProblem.Missing(code)).state();
        if (course.retired()) {
            throw new CourseProblem.Retired(code);
        }
        return course;
    }

    /** In the order of their codes. */
    public Page<CourseView> list(Wanted wanted, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(empty()));
        wanted.form().ifPresent(form -> filter.add(eq(MongoCourses.FORM, form.name())));
        wanted.subject().ifPresent(subject -> filter.add(eq(MongoCourses.SUBJECT, subject.name())));
        wanted.indicator().ifPresent(indicator -> filter.add(eq(MongoCourses.INDICATORS, indicator)));
        wanted.retired().ifPresent(retired -> filter.add(eq(MongoCourses.RETIRED, retired)));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        return paging.page(
                courses.select(and(filter), paging.limit() + 1),
                course -> Position.of(course.id(), course.id()),
                course -> CourseView.of(course).state());
    }

    /** Those offered that strengthen an indicator, in the order of their codes. */
    public List<CourseView> strengthening(String indicator) {
        return offered(eq(MongoCourses.INDICATORS, indicator));
    }

    /**
     * Those offered that belong to the induction of somebody.
     *
     * @param namesOfPosition code of the position held and of the role template it was made from
     */
    public List<CourseView> inductionOf(Collection<String> namesOfPosition) {
        return offered(or(eq(MongoCourses.INDUCTION_OF_ALL, true), in(MongoCourses.INDUCTION_OF, namesOfPosition)));
    }

    private List<CourseView> offered(Bson filter) {
        return courses.select(and(filter, eq(MongoCourses.RETIRED, false)), MOST_FITTING).stream()
                .map(course -> CourseView.of(course).state())
                .toList();
    }
}
