package dev.keshi.training.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.assignment.AssignmentCommand.Assign;
import dev.keshi.training.assignment.AssignmentCommand.Cancel;
import dev.keshi.training.course.CourseProblem;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.organisation.OrganisationQueries;
import dev.keshi.training.trainee.LeaverWatch;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The door for what people decide about assigned courses. */
@Service
public class AssignmentService {

    private final MongoAssignments assignments;
    private final CourseQueries courses;
    private final OrganisationQueries organisation;
    private final LeaverWatch leavers;
    private final EnterpriseTime time;
    private final Ids ids;

    AssignmentService(
            MongoAssignments assignments,
            CourseQueries courses,
            OrganisationQueries organisation,
            LeaverWatch leavers,
            EnterpriseTime time,
            Ids ids) {
        this.assignments = assignments;
        this.courses = courses;
        this.organisation = organisation;
        this.leavers = leavers;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Says that somebody has to take a course; the same command again, by its idempotency key, answers the same assignment.
     *
     * @throws AssignmentProblem when a rule forbids it, {@link CourseProblem} when the course is not offered,
     *     {@link dev.keshi.training.organisation.OrganisationProblem} when it names nobody within reach
     */
    public Versioned<AssignmentView> assign(CommandContext context, AssignmentReader reader, Assign command) {
        if (!reader.leadsSomebody()) {
            throw new AssignmentProblem.NotYoursToAssign();
        }
        var department = organisation.departmentOf(command.personId(), reader::keeps);
        var course = courses.requireOffered(command.course());
        if (command.dueOn().isBefore(time.today())) {
            throw new AssignmentProblem.DuePast();
        }
        var id = new AssignmentId(ids.forCommand("assignment", context));
        var reason = new Assignment.Reason(
                command.personId(),
                department,
                course.code(),
                AssignmentCause.BY_HAND,
                Optional.of(context.actor()),
                command.note(),
                Optional.empty());
        try {
            var assigned = assignments.create(
                    id,
                    context,
                    Assignment.assigned(id, reason, time.now().truncatedTo(ChronoUnit.MILLIS), command.dueOn()));
            leavers.gave(command.personId());
            return view(assigned, reader);
        } catch (AggregateFailure.AlreadyExists open) {
            throw new AssignmentProblem.OpenBefore();
        }
    }

    /** @throws AssignmentProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<AssignmentView> cancel(CommandContext context, AssignmentReader reader, Cancel command) {
        requireSeen(reader, command.id());
        try {
            return view(
                    assignments.change(command.id(), context, assignment -> cancel(assignment, reader, command)),
                    reader);
        } catch (AggregateFailure.NotFound unknown) {
            throw new AssignmentProblem.Unknown(command.id());
        }
    }

    private Versioned<AssignmentView> view(Versioned<AssignmentDocument> stored, AssignmentReader reader) {
        return AssignmentView.of(
                stored,
                reader.personId(),
                organisation.names(List.of(stored.state().personId())));
    }

    /** Before the revision is compared: nobody learns by it that there is one. */
    private void requireSeen(AssignmentReader reader, AssignmentId id) {
        var seen = reader.see().within(MongoAssignments.PERSON, MongoAssignments.DEPARTMENT);
        if (assignments.select(and(eq("_id", id.value()), seen), 1).isEmpty()) {
            throw new AssignmentProblem.Unknown(id);
        }
    }

    private void cancel(Assignment assignment, AssignmentReader reader, Cancel command) {
        var now = assignment.toDocument();
        if (!reader.sees(now)) {
            throw new AssignmentProblem.Unknown(command.id());
        }
        if (!reader.keeps(now.personId(), now.departmentId())) {
            throw new AssignmentProblem.NotYoursToAssign();
        }
        assignment.cancel(reader.personId(), time.today());
    }
}
