package dev.keshi.training.course;

import static com.mongodb.client.model.Filters.eq;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.course.CourseCommand.Publish;
import dev.keshi.training.course.CourseCommand.Retire;
import dev.keshi.training.course.CourseCommand.Revise;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The door for changing the catalogue. */
@Service
public class CourseService {

    /** The catalogue is looked at as a whole when something comes to require something. */
    private static final int MOST_COURSES = 10_000;

    private final MongoCourses courses;

    CourseService(MongoCourses courses) {
        this.courses = courses;
    }

    /**
     * Takes a course into the catalogue; the same command again, by its idempotency key, answers the one it took in.
     *
     * @throws CourseProblem when the code is taken, or when nobody could take the course
     */
    public Versioned<CourseView> publish(CommandContext context, Publish command) {
        try {
            return CourseView.of(courses.inOrder(() -> {
                prerequisites()
                        .requirePossible(command.code(), command.content().prerequisites());
                return courses.create(context, Course.published(command.code(), command.content()));
            }));
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new CourseProblem.CodeTaken(command.code());
        }
    }

    /** @throws CourseProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<CourseView> handle(CommandContext context, CourseCommand.OfExisting command) {
        try {
            return CourseView.of(courses.inOrder(
                    () -> courses.change(command.code(), context, course -> carryOut(course, command))));
        } catch (AggregateFailure.NotFound unknown) {
            throw new CourseProblem.Unknown(command.code());
        }
    }

    /**
     * Brings in one that comes with the service, unless its code is taken, by whatever course. What an earlier release brought in is revised,
     * unless somebody has revised or retired it since.
     *
     * @param former as the earlier release brought it in; empty where it is the same
     */
    void bundle(CommandContext context, Publish command, Optional<CourseContent> former) {
        var found = courses.find(command.code());
        if (found.isPresent()) {
            former.filter(found.get().state().content()::equals).ifPresent(before -> {
                var unused =
                        courses.change(command.code(), context, course -> course.upgrade(before, command.content()));
            });
            return;
        }
        try {
            var unused = courses.create(context, Course.published(command.code(), command.content()));
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFaster) {
            // What it wrote is the same.
        }
    }

    private void carryOut(Course course, CourseCommand.OfExisting command) {
        switch (command) {
            case Revise revised -> {
                course.revise(revised.content());
                prerequisites().requirePossible(course.code(), revised.content().prerequisites());
            }
            case Retire _ -> {
                course.retire();
                prerequisites().requireUnneeded(course.code());
            }
        }
    }

    private Prerequisites prerequisites() {
        var all = new HashMap<CourseCode, Set<CourseCode>>();
        courses.select(eq(MongoCourses.RETIRED, false), MOST_COURSES)
                .forEach(course -> all.put(
                        new CourseCode(course.id()),
                        course.state().prerequisites().stream()
                                .map(CourseCode::new)
                                .collect(Collectors.toUnmodifiableSet())));
        return new Prerequisites(all);
    }
}
