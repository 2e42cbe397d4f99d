package dev.keshi.training.lesson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.quiz.QuestionBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Courseware. It holds nobody's data, so no scope is taken; who may see the questions is asked at the door to the web. */
@Component
public class CoursewareQueries {

    private final MongoCourseware courseware;

    CoursewareQueries(MongoCourseware courseware) {
        this.courseware = courseware;
    }

    /** @param version the newest when it is empty */
    public Optional<Versioned<CoursewareView>> find(CourseCode course, OptionalInt version) {
        return one(course, version).map(CoursewareView::of);
    }

    /** With the right answers. @param version the newest when it is empty */
    public Optional<Versioned<QuestionBankView>> questions(CourseCode course, OptionalInt version) {
        return one(course, version).map(QuestionBankView::of);
    }

    /** The newest version first. */
    public Page<CoursewareView> list(CourseCode course, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(eq(MongoCourseware.COURSE, course.value())));
        paging.after().ifPresent(after -> filter.add(lt(MongoCourseware.VERSION, Math.toIntExact(after.number()))));
        return paging.page(
                courseware.select(and(filter), paging.limit() + 1),
                one -> Position.of(one.state().version(), one.id()),
                one -> CoursewareView.of(one).state());
    }

    /** What the newest version draws from. */
    public Optional<ReleasedBank> newestBank(CourseCode course) {
        return one(course, OptionalInt.empty()).map(CoursewareQueries::bank);
    }

    /** @throws java.util.NoSuchElementException when that version was never released */
    public QuestionBank bank(CourseCode course, int version) {
        return one(course, OptionalInt.of(version))
                .map(CoursewareQueries::bank)
                .orElseThrow()
                .bank();
    }

    private static ReleasedBank bank(Versioned<CoursewareDocument> released) {
        return new ReleasedBank(
                released.state().version(), released.state().content().bank());
    }

    private Optional<Versioned<CoursewareDocument>> one(CourseCode course, OptionalInt version) {
        var filter = new ArrayList<Bson>(List.of(eq(MongoCourseware.COURSE, course.value())));
        version.ifPresent(number -> filter.add(eq(MongoCourseware.VERSION, number)));
        return courseware.select(and(filter), 1).stream().findFirst();
    }
}
