package dev.keshi.training.lesson;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseCode;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/** The door for releasing lessons and questions. */
@Service
public class CoursewareService {

    private static final int ATTEMPTS = 5;
    private static final int FIRST = 1;

    private final MongoCourseware courseware;
    private final CoursewareQueries queries;
    private final OnlineCourses courses;
    private final Ids ids;
    private final EnterpriseTime time;

    CoursewareService(
            MongoCourseware courseware,
            CoursewareQueries queries,
            OnlineCourses courses,
            Ids ids,
            EnterpriseTime time) {
        this.courseware = courseware;
        this.queries = queries;
        this.courses = courses;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Makes lessons and questions the newest version of a course; attempts that run go on with the version they began with. The same
     * command again, by its idempotency key, answers the one it released.
     *
     * @throws CoursewareProblem when the course takes no lessons, or others were faster again and again
     */
    public Versioned<CoursewareView> release(CommandContext context, CourseCode course, Courseware content) {
        var unused = courses.requireOffered(course);
        var id = ids.forCommand("courseware", context);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return CoursewareView.of(courseware.create(id, context, next(context, course, content)));
            } catch (AggregateFailure.AlreadyExists versionTaken) {
                // The next attempt reads which version is free now.
            }
        }
        throw new CoursewareProblem.ReleasedByOthers();
    }

    /**
     * Brings in what comes with the service as the first version of a course that is still given online, unless it has one, by whomever: what
     * personnel has released is never followed by it.
     */
    void bundle(CommandContext context, CourseCode course, Courseware content) {
        if (!courses.isOffered(course) || newest(course) > 0) {
            return;
        }
        try {
            var unused = courseware.create(
                    Ids.derived("bundled-courseware", course.value()),
                    context,
                    document(context, course, FIRST, content));
        } catch (AggregateFailure.AlreadyExists othersWereFaster) {
            // Another replica, and what it wrote is the same; or personnel, whose version stays the newest.
        }
    }

    private CoursewareDocument next(CommandContext context, CourseCode course, Courseware content) {
        return document(context, course, newest(course) + 1, content);
    }

    /** 0 when nothing was released yet. */
    private int newest(CourseCode course) {
        return queries.find(course, OptionalInt.empty())
                .map(released -> released.state().version())
                .orElse(0);
    }

    private CoursewareDocument document(CommandContext context, CourseCode course, int version, Courseware content) {
        return CoursewareDocument.of(
                course.value(), version, content, context.actor(), time.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
